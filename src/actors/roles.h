// A role while it is read: a title with its owner and its bearer. Internal to src/actors.
#pragma once

#include <string>
#include <vector>

#include "actors/workspace.h"

namespace depesche::actors {

/// What a role belongs to.
struct Owner {
  std::string code;
  std::string sector;  ///< of the organisation or institution; "" for a state
  std::string body;    ///< key of actors/terms: state code or organisation key
  bool state = false;
  bool organisation = false;
  bool several = false;            ///< two states: the role belongs to neither alone
  std::vector<std::string> codes;  ///< of all states, when there are several
  bool joined = false;             ///< more names follow in a coordination: "in Paris und Rom"
  bool weak = false;               ///< a place where the role is, not whom it serves
  std::vector<uint32_t> hits;      ///< adjectives and first parts that are used up by the role
  WordIndex first = kNoWord;       ///< leftmost word of the phrase, owner included
  [[nodiscard]] bool found() const { return !code.empty() || organisation || !sector.empty(); }
};

struct Role {
  TitleMatch match;
  Owner owner;
  ActorIndex actor = kNoActor;
  std::vector<ActorIndex> beside;  ///< more actors of the same phrase: "russische und indische Unternehmen"
  WordIndex person = kNoWord;      ///< head word of the bearer's name
  bool definite = false;
  bool plural = false;
  bool former = false;
  bool predicative = false;
  bool stateless = false;  ///< "foreign", "international": never the state of the context
};

/// owners.cpp: the state or organisation in the role's phrase: compound part, adjective, genitive, preposition.
[[nodiscard]] Owner find_owner(Workspace& work, const ContextState& context, const Role& role);
/// What a known name gives as an owner, added to `owner`. `weak`: a place where the role is, not whom it serves.
/// `use_up`: the name becomes part of the role's mention.
void take_hit(Workspace& work, const ContextState& context, uint32_t hit, Owner& owner, bool weak, bool use_up);
void take_actor(const Workspace& work, ActorIndex actor, Owner& owner);

/// role_history.cpp: the last actor before the phrase that the short form can mean; kNoActor when there is none.
[[nodiscard]] ActorIndex earlier_bearer(const Workspace& work, const Role& role);
/// The state whose office the title is by itself ("Bundeskanzler", "Knesset"): of several the one the report is more
/// about. "" for titles of any state.
[[nodiscard]] std::string state_of_title(const Title& title, const ContextState& context);
/// State of the last actor that acts in the sentence before or in this one before the role; "" when there is none.
[[nodiscard]] std::string last_acting_state(const Workspace& work, const Role& role);
/// Code of the organisation or ministry named last before the role, in this sentence or the two before; fills the
/// owner. "" when there is none.
[[nodiscard]] std::string near_organisation(const Workspace& work, Role& role);

/// role_names.cpp: "südkoreanische Regierung": the adjective as without article, the title in the nominative.
[[nodiscard]] std::string phrase_name(const Workspace& work, const Role& role, std::string_view code);
/// The title alone; English names of peoples and faiths with a capital: "Kurd".
[[nodiscard]] std::string plain_name(const Workspace& work, const Role& role);

/// speakers.cpp: who owns "sein Sprecher", "our troops": the subject of the clause around it, inside a quotation for
/// "our" its speaker. kNoActor when the sentence names nobody.
[[nodiscard]] ActorIndex possessor(const Workspace& work, WordIndex pronoun);

/// organisations.cpp: organisations that only the entity tagger knows.
void mention_tagged_organisations(Workspace& work, const ContextState& context);

}  // namespace depesche::actors
