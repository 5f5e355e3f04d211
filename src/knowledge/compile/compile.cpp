#include "knowledge/compile/compile.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "knowledge/compile/frames.h"
#include "knowledge/compile/image_writer.h"
#include "knowledge/compile/names.h"
#include "knowledge/compile/ontology.h"
#include "knowledge/compile/rows.h"
#include "knowledge/image_format.h"

namespace depesche::kb {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchemaFile = "tables.yaml";
constexpr std::string_view kFrames = "frames/";

bool has_suffix(std::string_view path, std::string_view suffix) {
  return path.ends_with(suffix);
}

/// "actors/persons.g20.tsv" -> "actors/persons.g20": sorted by this, the plain file comes first.
std::string_view stem_of(std::string_view path) {
  return path.substr(0, path.rfind('.'));
}

/// "actors/persons.g20.tsv" -> "actors/persons"
std::string table_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  const size_t dot = path.find('.', slash == std::string_view::npos ? 0 : slash + 1);
  return std::string(path.substr(0, dot));
}

class Compiler {
 public:
  CompileResult run(std::vector<SourceDirectory> directories) {
    for (size_t i = 0; i < directories.size(); ++i) add_files(std::move(directories[i]), i);
    if (schema_.empty() && faults_.errors() == 0) {
      faults_.error({&no_file_, 0, 0}, "no tables.yaml: put the directory on top of the shipped knowledge");
    }
    for (const auto& [name, table] : schema_) tables_[name].schema = &table;
    for (const auto& files : layers_) read_layer(files);
    validate(tables_, faults_);
    std::vector<OutputTable> output;
    for (const auto& [name, table] : tables_) output.push_back(output_of(name, table));
    const FrameVocabulary vocabulary(tables_, schema_);
    check_frames(frames_, vocabulary, faults_);
    write_frames(frames_, vocabulary, output);
    write_names(tables_, output, faults_);

    CompileResult result;
    result.image = write_tables(std::move(output));
    const auto* text = reinterpret_cast<const char*>(result.image.data());
    result.fingerprint.assign(text + offsetof(image::Header, fingerprint), image::kFingerprintDigits);
    result.faults = faults_.take();
    return result;
  }

  Faults& faults() { return faults_; }

 private:
  /// Sorts the files by path, so that the image does not depend on the order of the file system.
  void add_files(SourceDirectory directory, size_t layer) {
    std::sort(directory.files.begin(), directory.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return stem_of(a.path) < stem_of(b.path); });
    const std::string prefix =
        directory.name.empty() || directory.name.ends_with('/') ? directory.name : directory.name + "/";
    const std::string base = layer == 0 ? "" : fs::path(directory.name).filename().string() + "/";
    auto& files = layers_.emplace_back();
    for (SourceFile& file : directory.files) {
      const OpenFile& open = files_.emplace_back(OpenFile{base + file.path, prefix + file.path, std::move(file.text)});
      if (const auto at = first_invalid_utf8(open.text)) {
        fault_at(open, *at, "not UTF-8");
        continue;
      }
      if (file.path == kSchemaFile) {
        read_schema(open.text, open.shown, schema_, faults_);
      } else {
        files.push_back({file.path, &open});
      }
    }
  }

  void fault_at(const OpenFile& file, size_t offset, std::string message) {
    const std::string_view before = std::string_view(file.text).substr(0, offset);
    const auto line = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    const size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    faults_.error({&file.shown, line, static_cast<uint32_t>(offset - start + 1)}, std::move(message));
  }

  struct LayerFile {
    std::string path;
    const OpenFile* file;
  };

  void read_layer(const std::vector<LayerFile>& files) {
    std::map<std::string, std::vector<SourceRow>, std::less<>> rows;
    std::vector<Frame> frames;
    for (const auto& [path, file] : files) {
      if (path.starts_with(kFrames) && has_suffix(path, ".yaml")) {
        for (Frame& frame : read_frames(*file, faults_)) frames.push_back(std::move(frame));
        continue;
      }
      const auto table = schema_.find(table_of(path));
      if (table == schema_.end()) {
        unknown_table(path, *file);
      } else if (has_suffix(path, ".tsv")) {
        read_tsv(*file, table->second, faults_, rows[table->first]);
      } else {
        read_yaml_rows(*file, table->second, faults_, rows[table->first]);
      }
    }
    for (auto& [name, above] : rows) stack_rows(tables_.find(name)->second, std::move(above));
    stack_frames(std::move(frames));
  }

  /// A frame of a later directory takes the place of the frame of the same name.
  void stack_frames(std::vector<Frame> above) {
    std::set<std::string_view> names;
    for (const Frame& frame : above) names.insert(frame.name);
    std::erase_if(frames_, [&](const Frame& frame) { return names.contains(frame.name); });
    std::move(above.begin(), above.end(), std::back_inserter(frames_));
  }

  void unknown_table(const std::string& path, const OpenFile& file) {
    std::vector<std::string_view> names;
    for (const auto& entry : schema_) names.push_back(entry.first);
    const std::string table = table_of(path);
    faults_.error({&file.shown, 0, 0}, "tables.yaml has no table '" + table + "'" + suggestion(table, names));
  }

  static OutputTable output_of(const std::string& name, const SourceTable& table) {
    OutputTable out{name, {}, table.schema->key, {}};
    for (const ColumnSchema& column : table.schema->columns) out.columns.push_back(column.name);
    for (const SourceRow& row : table.rows) {
      if (row.faulty) continue;
      OutputRow& written = out.rows.emplace_back(OutputRow{{}, row.file->path, row.line});
      for (const Cell& cell : row.cells) written.cells.push_back(cell.text);
    }
    return out;
  }

  std::deque<OpenFile> files_;  ///< addresses are stable
  std::vector<std::vector<LayerFile>> layers_;
  Schema schema_;
  SourceTables tables_;
  std::vector<Frame> frames_;
  Faults faults_;
  const std::string no_file_ = "knowledge";
};

/// Only .tsv and .yaml are knowledge; README files and what editors leave behind are passed over.
bool is_source(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.starts_with('.') && (path.extension() == ".tsv" || path.extension() == ".yaml");
}

SourceDirectory load(const std::string& name, Faults& faults, const std::string& shown) {
  SourceDirectory directory{name, {}};
  std::error_code code;
  fs::recursive_directory_iterator entries(name, code);
  if (code) {
    faults.error({&shown, 0, 0}, "cannot read the directory: " + code.message());
    return directory;
  }
  for (auto entry = fs::begin(entries); entry != fs::end(entries); entry.increment(code)) {
    if (code) break;
    if (!entry->is_regular_file() || !is_source(entry->path())) continue;
    std::ifstream file(entry->path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.good() && !file.eof()) {
      faults.error({&shown, 0, 0}, "cannot read " + entry->path().string());
      continue;
    }
    directory.files.push_back({entry->path().lexically_relative(name).generic_string(), std::move(text)});
  }
  return directory;
}

}  // namespace

bool CompileResult::ok() const {
  return errors() == 0;
}

size_t CompileResult::errors() const {
  return static_cast<size_t>(std::count_if(faults.begin(), faults.end(), [](const Fault& f) { return !f.warning; }));
}

CompileResult compile_sources(std::vector<SourceDirectory> directories) {
  return Compiler().run(std::move(directories));
}

CompileResult compile(const std::vector<std::string>& directories) {
  Compiler compiler;
  std::vector<SourceDirectory> sources;
  sources.reserve(directories.size());
  for (const std::string& name : directories) sources.push_back(load(name, compiler.faults(), name));
  return compiler.run(std::move(sources));
}

Status write_image(const CompileResult& result, const std::string& path, bool skip_faulty) {
  if (!result.ok() && !skip_faulty) {
    return Error{ErrorCode::kBadKnowledge, path, std::to_string(result.errors()) + " faults in the knowledge",
                 "mend what depesche kb check lists"};
  }
  const std::string beside = path + ".new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(result.image.data()), static_cast<std::streamsize>(result.image.size()));
  file.close();
  std::error_code code;
  if (file) fs::rename(beside, path, code);
  if (!file || code) {
    std::error_code ignored;
    fs::remove(beside, ignored);
    return Error{ErrorCode::kWriteFailed, path, "cannot write the knowledge image", "check the folder and its space"};
  }
  return Done{};
}

}  // namespace depesche::kb
