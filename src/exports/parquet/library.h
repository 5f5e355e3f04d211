// The library that writes Parquet files, loaded when it is first needed, and the folder of files that it writes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "exports/parquet/table.h"

namespace depesche::exports {

/// Stays loaded until the process ends.
class ParquetLibrary {
 public:
  /// Errors: kFileNotFound where the library, or Apache Arrow that it stands on, is not there.
  [[nodiscard]] static Result<ParquetLibrary> load(const std::string& path);
  [[nodiscard]] Result<std::unique_ptr<TableWriter>> open(const std::string& path, const Table& table) const;

 private:
  explicit ParquetLibrary(OpenTable function) : open_(function) {}
  OpenTable open_;
};

/// Files of tables in one folder, which take their places together in finish(): before that, and where one of them
/// fails, the folder holds what it held before.
class TableFolder {
 public:
  /// Makes the folder where it is not there. Errors: kWriteFailed, kBadUsage for what is no folder.
  [[nodiscard]] static Result<TableFolder> open(const ParquetLibrary& library, const std::string& path);
  TableFolder(TableFolder&&) = default;
  TableFolder& operator=(TableFolder&&) = delete;
  TableFolder(const TableFolder&) = delete;
  TableFolder& operator=(const TableFolder&) = delete;
  ~TableFolder();

  /// Valid until finish().
  [[nodiscard]] Result<TableWriter*> add(const Table& table);
  [[nodiscard]] Status finish();

 private:
  struct File {
    std::string path;
    std::string beside;
    std::unique_ptr<TableWriter> writer;
  };
  TableFolder(const ParquetLibrary& library, std::string path) : library_(library), path_(std::move(path)) {}

  ParquetLibrary library_;
  std::string path_;
  std::vector<File> files_;
};

}  // namespace depesche::exports
