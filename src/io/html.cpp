#include "io/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "io/byte_stream.h"
#include "io/html_scan.h"
#include "io/html_tree.h"

namespace depesche::io {
namespace {

bool is_skipped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_HEAD: return true;
    default: return false;
  }
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR: return true;
    default: return false;
  }
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return nullptr;
}

const char* attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? "" : found->value;
}

/// Visits the tree without recursion: `enter(node)` says whether to go into it, `leave(node)` follows its children.
template <typename Enter, typename Leave>
void walk(const GumboNode* root, Enter enter, Leave leave) {
  struct Frame {
    const GumboNode* node;
    unsigned next;
  };
  if (!enter(root)) return;
  std::vector<Frame> stack{{root, 0}};
  while (!stack.empty()) {
    Frame& top = stack.back();
    const GumboVector* children = children_of(top.node);
    if (children == nullptr || top.next >= children->length) {
      leave(top.node);
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[top.next++]);
    if (enter(child)) stack.push_back({child, 0});
  }
}

/// Collects running text: collapses blanks, parts paragraphs.
class TextBuilder {
 public:
  void text(std::string_view piece) {
    for (const char c : piece) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        blank_ = true;
      } else {
        put(c);
      }
    }
  }
  void blank() { blank_ = true; }
  void line() { breaks_ = std::max(breaks_, 1); }
  void paragraph() { breaks_ = 2; }
  /// gumbo writes references to numbers beyond Unicode as they stand.
  std::string take() { return utf8::repaired(out_); }

 private:
  void put(char c) {
    if (!out_.empty() && breaks_ > 0) {
      out_.append(static_cast<size_t>(breaks_), '\n');
    } else if (!out_.empty() && blank_) {
      out_ += ' ';
    }
    breaks_ = 0;
    blank_ = false;
    out_ += c;
  }
  std::string out_;
  int breaks_ = 0;
  bool blank_ = false;
};

std::string text_under(const GumboNode* root, bool whole) {
  TextBuilder builder;
  const auto enter = [&](const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA: builder.text(node->v.text.text); return false;
      case GUMBO_NODE_WHITESPACE: builder.blank(); return false;
      case GUMBO_NODE_ELEMENT: break;
      default: return node->type == GUMBO_NODE_DOCUMENT;
    }
    const GumboTag tag = node->v.element.tag;
    if (!whole && is_skipped(tag)) return false;
    if (tag == GUMBO_TAG_BR) builder.line();
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      builder.blank();
    } else if (tag != GUMBO_TAG_BR && !is_inline(tag)) {
      builder.paragraph();
    }
    return true;
  };
  const auto leave = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      builder.blank();
    } else if (tag != GUMBO_TAG_BR && !is_inline(tag)) {
      builder.paragraph();
    }
  };
  walk(root, enter, leave);
  return builder.take();
}

/// What the markup says, and where the article stands.
struct Survey {
  const GumboNode* body = nullptr;
  std::vector<const GumboNode*> articles;
  std::vector<const GumboNode*> mains;
  std::string title;
  std::string language;
  std::optional<Date> published;
  std::optional<Date> any_time;
};

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return value == name; });
}

void read_meta(const GumboNode* node, Survey& survey) {
  std::string_view key = attribute(node, "property");
  if (key.empty()) key = attribute(node, "name");
  if (key.empty()) key = attribute(node, "itemprop");
  const std::string_view content = attribute(node, "content");
  const bool date = is_one_of(key, {"article:published_time", "og:article:published_time", "datePublished", "date",
                                    "pubdate", "dc.date", "DC.date", "DC.date.issued", "dcterms.created"});
  if (date && !survey.published) survey.published = parse_date(content);
}

Survey survey_of(const GumboNode* root) {
  Survey survey;
  const auto enter = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return node->type == GUMBO_NODE_DOCUMENT;
    switch (node->v.element.tag) {
      case GUMBO_TAG_HTML: survey.language = utf8::repaired(attribute(node, "lang")); break;
      case GUMBO_TAG_TITLE:
        if (survey.title.empty()) survey.title = text_under(node, true);
        break;
      case GUMBO_TAG_META: read_meta(node, survey); break;
      case GUMBO_TAG_TIME:
        if (!survey.any_time) survey.any_time = parse_date(attribute(node, "datetime"));
        break;
      case GUMBO_TAG_BODY: survey.body = node; break;
      case GUMBO_TAG_ARTICLE: survey.articles.push_back(node); break;
      case GUMBO_TAG_MAIN: survey.mains.push_back(node); break;
      default: break;
    }
    return true;
  };
  walk(root, enter, [](const GumboNode*) {});
  return survey;
}

}  // namespace

Result<RawReport> read_html(std::string_view utf8, std::string_view where, const HtmlLimits& limits) {
  if (const auto fault = scan_nesting(utf8, limits)) {
    return Error{ErrorCode::kTooLarge, std::string(where), *fault, "give the article as plain text"};
  }
  const HtmlTree tree(utf8, limits.max_memory);
  if (tree.document() == nullptr) {
    return Error{ErrorCode::kTooLarge, std::string(where),
                 "the HTML unfolds to more than " + size_text(limits.max_memory), "give the article as plain text"};
  }
  Survey survey = survey_of(tree.document());
  const GumboNode* root = survey.body;
  if (survey.mains.size() == 1) root = survey.mains[0];
  if (survey.articles.size() == 1) root = survey.articles[0];
  RawReport report;
  if (root != nullptr) report.text = text_under(root, false);
  if (report.text.empty())
    return Error{ErrorCode::kFileEmpty, std::string(where), "there is no text in it", "give a page with an article"};
  report.title = std::move(survey.title);
  report.language = std::move(survey.language);
  report.published = survey.published ? survey.published : survey.any_time;
  return report;
}

}  // namespace depesche::io
