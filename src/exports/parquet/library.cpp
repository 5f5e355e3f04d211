#include "exports/parquet/library.h"

#include <dlfcn.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace depesche::exports {
namespace {

namespace fs = std::filesystem;

Error unwritable(const std::string& path, const std::string& why) {
  return {ErrorCode::kWriteFailed, path, "cannot be written: " + why, "check the path, its permissions and free space"};
}

}  // namespace

Result<ParquetLibrary> ParquetLibrary::load(const std::string& path) {
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  void* found = library == nullptr ? nullptr : dlsym(library, kOpenTable);
  if (found == nullptr) {
    const char* reason = dlerror();
    return Error{ErrorCode::kFileNotFound, "parquet",
                 std::string("the library that writes Parquet cannot be loaded: ") + (reason == nullptr ? "" : reason),
                 "run scripts/install-dependencies and build again, or export to another format"};
  }
  OpenTable open = nullptr;
  static_assert(sizeof(open) == sizeof(found));
  std::memcpy(&open, &found, sizeof(open));  // a pointer to data becomes one to a function as POSIX has it
  return ParquetLibrary(open);
}

Result<std::unique_ptr<TableWriter>> ParquetLibrary::open(const std::string& path, const Table& table) const {
  std::string wrong;
  std::unique_ptr<TableWriter> writer(open_(path, table, wrong));
  if (writer == nullptr) return unwritable(path, wrong);
  return writer;
}

Result<TableFolder> TableFolder::open(const ParquetLibrary& library, const std::string& path) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error))
    return Error{ErrorCode::kBadUsage, path, "is no directory", "name a directory with -o: Parquet is a file a table"};
  fs::create_directories(path, error);
  if (error) return unwritable(path, error.message());
  return TableFolder(library, path);
}

TableFolder::~TableFolder() {
  for (File& file : files_) {
    file.writer.reset();
    std::remove(file.beside.c_str());
  }
}

Result<TableWriter*> TableFolder::add(const Table& table) {
  const std::string path = path_ + "/" + table.name + ".parquet";
  const std::string beside = path + ".part-" + std::to_string(getpid());
  auto writer = library_.open(beside, table);
  if (!writer) {
    std::remove(beside.c_str());  // a full disk lets it be made, and no more
    return writer.error();
  }
  files_.push_back({path, beside, std::move(writer).value()});
  return files_.back().writer.get();
}

Status TableFolder::finish() {
  for (File& file : files_) {
    const std::string wrong = file.writer->finish();
    if (!wrong.empty()) return unwritable(file.path, wrong);
  }
  for (File& file : files_) {
    file.writer.reset();
    if (std::rename(file.beside.c_str(), file.path.c_str()) != 0) return unwritable(file.path, std::strerror(errno));
  }
  files_.clear();
  return Done{};
}

}  // namespace depesche::exports
