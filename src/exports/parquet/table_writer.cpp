// The library that Parquet files are written with, over Apache Arrow.
#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/writer.h>

#include <array>
#include <chrono>
#include <cstdio>

#include "exports/parquet/table.h"

namespace depesche::exports {
namespace {

constexpr int64_t kRowGroup = 65'536;

std::shared_ptr<arrow::DataType> type_of(CellType type) {
  switch (type) {
    case CellType::kText: return arrow::utf8();
    case CellType::kTexts: return arrow::list(arrow::field("item", arrow::utf8(), false));
    case CellType::kNumber: return arrow::int64();
    case CellType::kReal: return arrow::float64();
    case CellType::kFlag: return arrow::boolean();
    case CellType::kDay: return arrow::date32();
  }
  return arrow::null();
}

/// Days since 1970-01-01 of "2024-10-17".
std::optional<int32_t> days_of(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int end = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end) != 3 ||
      static_cast<size_t>(end) != text.size())
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

arrow::Status append(arrow::ArrayBuilder& builder, CellType type, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (text->empty()) return builder.AppendNull();
    if (type == CellType::kText) return static_cast<arrow::StringBuilder&>(builder).Append(*text);
    const auto days = days_of(*text);
    return days ? static_cast<arrow::Date32Builder&>(builder).Append(*days) : builder.AppendNull();
  }
  if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
    auto& list = static_cast<arrow::ListBuilder&>(builder);
    ARROW_RETURN_NOT_OK(list.Append());
    for (const std::string& one : *texts)
      ARROW_RETURN_NOT_OK(static_cast<arrow::StringBuilder&>(*list.value_builder()).Append(one));
    return arrow::Status::OK();
  }
  if (const auto* number = std::get_if<int64_t>(&value))
    return static_cast<arrow::Int64Builder&>(builder).Append(*number);
  if (const auto* real = std::get_if<double>(&value)) return static_cast<arrow::DoubleBuilder&>(builder).Append(*real);
  if (const auto* flag = std::get_if<bool>(&value)) return static_cast<arrow::BooleanBuilder&>(builder).Append(*flag);
  return builder.AppendNull();
}

class ArrowWriter : public TableWriter {
 public:
  explicit ArrowWriter(const Table& table) : fields_(table.fields) {}

  arrow::Status open(const std::string& path) {
    arrow::FieldVector columns;
    for (const Field& field : fields_)
      columns.push_back(arrow::field(field.name, type_of(field.type), field.type != CellType::kFlag));
    schema_ = arrow::schema(columns);
    ARROW_ASSIGN_OR_RAISE(file_, arrow::io::FileOutputStream::Open(path));
    const auto properties = parquet::WriterProperties::Builder().compression(parquet::Compression::ZSTD)->build();
    ARROW_ASSIGN_OR_RAISE(writer_,
                          parquet::arrow::FileWriter::Open(*schema_, arrow::default_memory_pool(), file_, properties,
                                                           parquet::default_arrow_writer_properties()));
    ARROW_ASSIGN_OR_RAISE(batch_, arrow::RecordBatchBuilder::Make(schema_, arrow::default_memory_pool()));
    return arrow::Status::OK();
  }

  void add(const std::vector<Value>& row) override {
    if (status_.ok()) status_ = append_row(row);
  }

  std::string finish() override {
    if (status_.ok()) status_ = close();
    return status_.ok() ? std::string() : status_.message();
  }

 private:
  arrow::Status append_row(const std::vector<Value>& row) {
    if (row.size() != fields_.size()) return arrow::Status::Invalid("a row of another table");
    for (size_t i = 0; i < row.size(); ++i)
      ARROW_RETURN_NOT_OK(append(*batch_->GetField(static_cast<int>(i)), fields_[i].type, row[i]));
    return ++rows_ % kRowGroup == 0 ? flush() : arrow::Status::OK();
  }

  arrow::Status flush() {
    ARROW_ASSIGN_OR_RAISE(const auto batch, batch_->Flush());
    ARROW_ASSIGN_OR_RAISE(const auto table, arrow::Table::FromRecordBatches(schema_, {batch}));
    return writer_->WriteTable(*table, kRowGroup);
  }

  arrow::Status close() {
    if (rows_ % kRowGroup != 0) ARROW_RETURN_NOT_OK(flush());
    ARROW_RETURN_NOT_OK(writer_->Close());
    return file_->Close();
  }

  std::vector<Field> fields_;
  std::shared_ptr<arrow::Schema> schema_;
  std::shared_ptr<arrow::io::FileOutputStream> file_;
  std::unique_ptr<parquet::arrow::FileWriter> writer_;
  std::unique_ptr<arrow::RecordBatchBuilder> batch_;
  arrow::Status status_;
  int64_t rows_ = 0;
};

}  // namespace
}  // namespace depesche::exports

extern "C" __attribute__((visibility("default"))) depesche::exports::TableWriter* depesche_open_table(
    const std::string& path, const depesche::exports::Table& table, std::string& wrong) {
  auto writer = std::make_unique<depesche::exports::ArrowWriter>(table);
  if (const arrow::Status opened = writer->open(path); !opened.ok()) {
    wrong = opened.message();
    return nullptr;
  }
  return writer.release();
}
