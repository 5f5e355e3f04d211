#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

namespace depesche::syntax {
namespace {

std::vector<float> noise(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  std::vector<float> out(count);
  for (float& x : out) x = normal(random);
  return out;
}

struct Product {
  size_t m, k, n;
  std::vector<float> a, weight, bias;

  Product(size_t rows, size_t inner, size_t columns)
      : m(rows),
        k(inner),
        n(columns),
        a(noise(rows * inner, 1)),
        weight(noise(columns * inner, 2)),
        bias(noise(columns, 3)) {}

  [[nodiscard]] std::vector<float> run(const Kernels& kernels) const {
    const size_t width = padded(n, kernels.panel);
    std::vector<float> packed(width * k);
    pack(weight.data(), k, n, k, kernels.panel, packed.data());
    std::vector<float> wide_bias = bias;
    wide_bias.resize(width);
    std::vector<float> c(m * width);
    kernels.multiply(a.data(), k, m, k, packed.data(), width, wide_bias.data(), c.data(), width);
    std::vector<float> out;
    for (size_t r = 0; r < m; ++r)
      out.insert(out.end(), c.begin() + static_cast<ptrdiff_t>(r * width),
                 c.begin() + static_cast<ptrdiff_t>(r * width + n));
    return out;
  }
};

TEST(Kernels, ProductsAreRight) {
  for (const Kernels* kernels : runnable_kernels()) {
    for (const size_t m : {1, 2, 3, 5, 11, 12, 13, 31, 300}) {
      const Product product(m, 37, 45);
      const std::vector<float> got = product.run(*kernels);
      for (size_t r = 0; r < m; ++r) {
        for (size_t c = 0; c < product.n; ++c) {
          double sum = product.bias[c];
          for (size_t i = 0; i < product.k; ++i)
            sum += double{product.a[r * product.k + i]} * product.weight[c * product.k + i];
          ASSERT_NEAR(got[r * product.n + c], sum, 1e-4) << kernels->name << " m=" << m;
        }
      }
    }
  }
}

TEST(Kernels, ARowDoesNotDependOnItsBatch) {
  for (const Kernels* kernels : runnable_kernels()) {
    const std::vector<float> all = Product(29, 64, 32).run(*kernels);
    for (size_t m = 1; m < 29; ++m) {
      Product part(29, 64, 32);
      part.m = m;
      const std::vector<float> some = part.run(*kernels);
      ASSERT_EQ(std::memcmp(some.data(), all.data(), some.size() * sizeof(float)), 0) << kernels->name << " m=" << m;
    }
  }
}

TEST(Kernels, VectorVersionsAgreeBitForBit) {
  const std::vector<const Kernels*> all = runnable_kernels();
  if (all.size() < 3) GTEST_SKIP() << "this CPU has no AVX-512";
  EXPECT_EQ(Product(29, 100, 96).run(*all[1]), Product(29, 100, 96).run(*all[2]));
}

// Whole numbers from -127 to 127 as weights, so that only the inputs are rounded.
struct CodedProduct : Product {
  std::vector<float> scale;

  CodedProduct(size_t rows, size_t inner, size_t columns) : Product(rows, inner, columns), scale(columns) {
    for (size_t i = 0; i < weight.size(); ++i) weight[i] = std::round(std::fmod(40.0F * weight[i], 127.0F));
    for (size_t c = 0; c < columns; ++c) scale[c] = 0.01F + 0.001F * static_cast<float>(c);
  }

  [[nodiscard]] std::vector<float> run(const Kernels& kernels) const {
    const size_t width = padded(n, kernels.panel);
    std::vector<float> floats(width * k);
    std::vector<std::byte> bytes(packed_bytes(n, k, kernels.panel));
    pack(weight.data(), k, n, k, kernels.panel, floats.data());
    pack_bytes(weight.data(), n, k, kernels.panel, bytes.data());
    const void* packed = kernels.byte_codes ? static_cast<const void*>(bytes.data()) : floats.data();
    std::vector<float> wide_bias = bias;
    std::vector<float> wide_scale = scale;
    wide_bias.resize(width);
    wide_scale.resize(width);
    std::vector<float> c(m * width);
    kernels.multiply_codes(a.data(), k, m, k, packed, width, wide_scale.data(), wide_bias.data(), c.data(), width);
    std::vector<float> out;
    for (size_t r = 0; r < m; ++r)
      out.insert(out.end(), c.begin() + static_cast<ptrdiff_t>(r * width),
                 c.begin() + static_cast<ptrdiff_t>(r * width + n));
    return out;
  }
};

TEST(Kernels, CodedProductsAreRight) {
  for (const Kernels* kernels : runnable_kernels()) {
    for (const size_t m : {1, 2, 3, 5, 11, 12, 13, 31, 100}) {
      const CodedProduct product(m, 48, 45);
      const std::vector<float> got = product.run(*kernels);
      for (size_t r = 0; r < m; ++r) {
        const float* a = product.a.data() + r * product.k;
        float top = 0;
        for (size_t i = 0; i < product.k; ++i) top = std::max(top, std::abs(a[i]));
        for (size_t c = 0; c < product.n; ++c) {
          double sum = 0;
          double slack = 1e-3;  // half a step of the inputs a weight
          for (size_t i = 0; i < product.k; ++i) {
            sum += double{a[i]} * product.weight[c * product.k + i];
            slack += 0.51 * top / 127 * std::abs(product.weight[c * product.k + i]);
          }
          ASSERT_NEAR(got[r * product.n + c], sum * product.scale[c] + product.bias[c], slack * product.scale[c])
              << kernels->name << " m=" << m;
        }
      }
    }
  }
}

TEST(Kernels, CodedProductsOfWholeNumbersAreExact) {
  for (const Kernels* kernels : runnable_kernels()) {
    CodedProduct product(7, 64, 33);
    for (size_t i = 0; i < product.a.size(); ++i)
      product.a[i] = static_cast<float>(static_cast<int>(i * 37 % 255) - 127);
    for (size_t r = 0; r < product.m; ++r) product.a[r * product.k] = -127;  // the step is 1
    product.bias.assign(product.n, 0);
    product.scale.assign(product.n, 1);
    const std::vector<float> got = product.run(*kernels);
    for (size_t r = 0; r < product.m; ++r) {
      for (size_t c = 0; c < product.n; ++c) {
        float sum = 0;
        for (size_t i = 0; i < product.k; ++i) sum += product.a[r * product.k + i] * product.weight[c * product.k + i];
        ASSERT_EQ(got[r * product.n + c], sum) << kernels->name;
      }
    }
  }
}

TEST(Kernels, CodedProductsBearZeros) {
  for (const Kernels* kernels : runnable_kernels()) {
    CodedProduct product(3, 32, 20);
    product.a.assign(product.a.size(), 0);
    const std::vector<float> got = product.run(*kernels);
    for (size_t c = 0; c < product.n; ++c) EXPECT_EQ(got[c], product.bias[c]) << kernels->name;
  }
}

TEST(Kernels, CodedVectorVersionsAgreeBitForBit) {
  const std::vector<const Kernels*> all = runnable_kernels();
  if (all.size() < 3) GTEST_SKIP() << "this CPU has no AVX-512 with VNNI";
  EXPECT_EQ(CodedProduct(29, 96, 96).run(*all[1]), CodedProduct(29, 96, 96).run(*all[2]));
}

TEST(Kernels, LstmCellFollowsItsFormula) {
  constexpr size_t kHidden = 16;
  const std::vector<float> gates = noise(2 * 4 * kHidden, 5);
  const auto sigmoid = [](double x) { return 1.0 / (1.0 + std::exp(-x)); };
  for (const Kernels* kernels : runnable_kernels()) {
    std::vector<float> cell(2 * kHidden, 0.5F);
    std::vector<float> out(2 * kHidden);
    kernels->lstm_cell(gates.data(), 4 * kHidden, cell.data(), out.data(), kHidden, 2, kHidden);
    for (size_t r = 0; r < 2; ++r) {
      for (size_t j = 0; j < kHidden; ++j) {
        const float* g = gates.data() + r * 4 * kHidden + j;
        const double next = sigmoid(g[kHidden]) * 0.5 + sigmoid(g[0]) * std::tanh(double{g[2 * kHidden]});
        ASSERT_NEAR(cell[r * kHidden + j], next, 1e-5) << kernels->name;
        ASSERT_NEAR(out[r * kHidden + j], sigmoid(g[3 * kHidden]) * std::tanh(next), 1e-5) << kernels->name;
      }
    }
  }
}

TEST(Kernels, LstmCellBearsExtremes) {
  const std::vector<float> gates(64, 1e6F);
  for (const Kernels* kernels : runnable_kernels()) {
    std::vector<float> cell(16, -1e6F);
    std::vector<float> out(16);
    kernels->lstm_cell(gates.data(), 64, cell.data(), out.data(), 16, 1, 16);
    for (const float x : out) EXPECT_NEAR(x, -1.0F, 1e-5) << kernels->name;
  }
}

}  // namespace
}  // namespace depesche::syntax
