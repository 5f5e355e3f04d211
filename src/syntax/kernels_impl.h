// Body of kernels_{generic,avx2,avx512}.cpp. The includer defines
//   DEPESCHE_KERNEL_SPACE  a namespace of its own, so that the linker never mixes the versions
//   DEPESCHE_VECTOR_BYTES  width of a SIMD register
//   DEPESCHE_TILE_ROWS     rows of a register tile
// Nothing of the standard library may be called here: its inline functions would be compiled with
// this file's instruction set and could be picked by the linker for the whole program.
#include <cstddef>
#include <cstdint>

#include "syntax/kernels.h"

namespace depesche::syntax::DEPESCHE_KERNEL_SPACE {
namespace {

typedef float Vec __attribute__((vector_size(DEPESCHE_VECTOR_BYTES)));
typedef int32_t IntVec __attribute__((vector_size(DEPESCHE_VECTOR_BYTES)));
typedef float LooseVec __attribute__((vector_size(DEPESCHE_VECTOR_BYTES), aligned(4), may_alias));

constexpr size_t kLanes = DEPESCHE_VECTOR_BYTES / sizeof(float);
constexpr size_t kPanel = 2 * kLanes;
constexpr int kTileRows = DEPESCHE_TILE_ROWS;
constexpr size_t kBlockRows = 20 * static_cast<size_t>(kTileRows);  // rows of `a` kept in the L2 cache

inline Vec load(const float* p) {
  return *reinterpret_cast<const LooseVec*>(p);
}
inline void store(float* p, const Vec& v) {
  *reinterpret_cast<LooseVec*>(p) = v;
}

// c[rows, one panel]; all sums live in registers.
template <int kRows>
inline void tile(const float* a, size_t a_stride, size_t k, const float* b, const float* bias, float* c,
                 size_t c_stride) {
  Vec sum[kRows][2];
#pragma GCC unroll 16
  for (int r = 0; r < kRows; ++r) {
    const float* start = bias != nullptr ? bias : c + static_cast<size_t>(r) * c_stride;
    sum[r][0] = load(start);
    sum[r][1] = load(start + kLanes);
  }
  for (size_t i = 0; i < k; ++i, b += kPanel) {
    const Vec b0 = load(b);
    const Vec b1 = load(b + kLanes);
#pragma GCC unroll 16
    for (int r = 0; r < kRows; ++r) {
      const float x = a[static_cast<size_t>(r) * a_stride + i];
      sum[r][0] += b0 * x;
      sum[r][1] += b1 * x;
    }
  }
#pragma GCC unroll 16
  for (int r = 0; r < kRows; ++r) {
    store(c + static_cast<size_t>(r) * c_stride, sum[r][0]);
    store(c + static_cast<size_t>(r) * c_stride + kLanes, sum[r][1]);
  }
}

// Fewer rows than a full tile: the largest power of two first.
inline void rest(const float* a, size_t a_stride, size_t m, size_t k, const float* b, const float* bias, float* c,
                 size_t c_stride) {
  while (m > 0) {
    size_t done = 1;
    if (m >= 8 && kTileRows > 8) {
      tile<8>(a, a_stride, k, b, bias, c, c_stride);
      done = 8;
    } else if (m >= 4) {
      tile<4>(a, a_stride, k, b, bias, c, c_stride);
      done = 4;
    } else if (m >= 2) {
      tile<2>(a, a_stride, k, b, bias, c, c_stride);
      done = 2;
    } else {
      tile<1>(a, a_stride, k, b, bias, c, c_stride);
    }
    a += done * a_stride;
    c += done * c_stride;
    m -= done;
  }
}

void multiply(const float* a, size_t a_stride, size_t m, size_t k, const float* packed, size_t n, const float* bias,
              float* c, size_t c_stride) {
  for (size_t block = 0; block < m; block += kBlockRows) {
    const size_t rows = m - block < kBlockRows ? m - block : kBlockRows;
    for (size_t column = 0; column < n; column += kPanel) {
      const float* b = packed + column * k;
      const float* start = bias != nullptr ? bias + column : nullptr;
      size_t r = 0;
      for (; r + kTileRows <= rows; r += kTileRows) {
        tile<kTileRows>(a + (block + r) * a_stride, a_stride, k, b, start, c + (block + r) * c_stride + column,
                        c_stride);
      }
      rest(a + (block + r) * a_stride, a_stride, rows - r, k, b, start, c + (block + r) * c_stride + column, c_stride);
    }
  }
}

inline Vec splat(float x) {
  return Vec{} + x;
}

inline Vec clamp(const Vec& x, float low, float high) {
  const Vec bottom = splat(low);
  const Vec top = splat(high);
  const Vec y = x > bottom ? x : bottom;
  return y < top ? y : top;
}

// exp(x) by 2^n * p(r) with r in [-ln 2 / 2, ln 2 / 2]; minimax polynomial of degree 6 (Cephes), about 2 ulp.
inline Vec exponential(const Vec& value) {
  constexpr float kMagic = 12582912.0F;  // 1.5 * 2^23: adding it rounds to an integer in the low bits
  const Vec x = clamp(value, -87.0F, 87.0F);
  const Vec shifted = x * 1.44269504F + kMagic;
  const Vec n = shifted - kMagic;
  const Vec r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  Vec p = splat(1.9875691500e-4F);
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * (r * r) + r + 1.0F;
  const Vec magic = splat(kMagic);
  const IntVec power = (reinterpret_cast<IntVec>(shifted) - reinterpret_cast<IntVec>(magic) + 127) << 23;
  return p * reinterpret_cast<Vec>(power);
}

inline Vec sigmoid(const Vec& x) {
  return 1.0F / (1.0F + exponential(-x));
}
inline Vec hyperbolic_tangent(const Vec& x) {
  return 2.0F * sigmoid(x + x) - 1.0F;
}

// One row of whole numbers from -127 to 127; what one of them is worth is returned.
template <typename Code>
inline float quantise(const float* a, size_t k, float shift, Code* codes) {
  typedef Code CodeVec __attribute__((vector_size(kLanes * sizeof(Code)), aligned(1), may_alias));
  constexpr float kMagic = 12582912.0F;  // as in exponential()
  Vec high = splat(0.0F);
  for (size_t i = 0; i < k; i += kLanes) {
    const Vec x = load(a + i);
    const Vec size = x < 0.0F ? -x : x;
    high = size > high ? size : high;
  }
  float top = 0.0F;
  for (size_t j = 0; j < kLanes; ++j) top = high[j] > top ? high[j] : top;
  const float inverse = top > 0.0F ? 127.0F / top : 0.0F;
  for (size_t i = 0; i < k; i += kLanes) {
    const Vec scaled = load(a + i) * inverse;
    const Vec whole = (scaled + kMagic) - kMagic + shift;
    *reinterpret_cast<CodeVec*>(codes + i) = __builtin_convertvector(__builtin_convertvector(whole, IntVec), CodeVec);
  }
  return top / 127.0F;
}

#ifdef __AVX512VNNI__

// sum + the four products of bytes (unsigned, signed) of each lane. Not the intrinsic: GCC 12 copies its sum each
// time.
inline IntVec add_products(IntVec sum, IntVec x, IntVec y) {
  asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(x), "v"(y));
  return sum;
}
inline IntVec load_bytes(const std::byte* p) {
  typedef int32_t LooseIntVec __attribute__((vector_size(DEPESCHE_VECTOR_BYTES), aligned(1), may_alias));
  return *reinterpret_cast<const LooseIntVec*>(p);
}

template <int kRows>
inline void tile_bytes(const uint8_t* a, size_t k, const std::byte* panel, const float* worth, const float* scale,
                       const float* bias, float* c, size_t c_stride) {
  IntVec sum[kRows][2];
  const IntVec start0 = load_bytes(panel);
  const IntVec start1 = load_bytes(panel + 64);
#pragma GCC unroll 16
  for (int r = 0; r < kRows; ++r) {
    sum[r][0] = start0;
    sum[r][1] = start1;
  }
  const std::byte* b = panel + 128;
  for (size_t i = 0; i < k; i += 4, b += 128) {
    const IntVec b0 = load_bytes(b);
    const IntVec b1 = load_bytes(b + 64);
#pragma GCC unroll 16
    for (int r = 0; r < kRows; ++r) {
      int32_t four;
      __builtin_memcpy(&four, a + static_cast<size_t>(r) * k + i, sizeof four);
      const IntVec x = IntVec{} + four;
      sum[r][0] = add_products(sum[r][0], x, b0);
      sum[r][1] = add_products(sum[r][1], x, b1);
    }
  }
#pragma GCC unroll 16
  for (int r = 0; r < kRows; ++r) {
    float* row = c + static_cast<size_t>(r) * c_stride;
    store(row, __builtin_convertvector(sum[r][0], Vec) * (load(scale) * worth[r]) + load(bias));
    store(row + kLanes,
          __builtin_convertvector(sum[r][1], Vec) * (load(scale + kLanes) * worth[r]) + load(bias + kLanes));
  }
}

void multiply_codes(const float* a, size_t a_stride, size_t m, size_t k, const void* packed, size_t n,
                    const float* scale, const float* bias, float* c, size_t c_stride) {
  constexpr size_t kBlock = 4 * kTileRows;
  uint8_t codes[kBlock * kMaxCodedInputs];
  float worth[kBlock];
  for (size_t block = 0; block < m; block += kBlock) {
    const size_t rows = m - block < kBlock ? m - block : kBlock;
    for (size_t r = 0; r < rows; ++r) worth[r] = quantise(a + (block + r) * a_stride, k, 128.0F, codes + r * k);
    for (size_t column = 0; column < n; column += kPanel) {
      const std::byte* panel = static_cast<const std::byte*>(packed) + column * (k + sizeof(int32_t));
      const auto run = [&]<int kRows>(size_t r) {
        tile_bytes<kRows>(codes + r * k, k, panel, worth + r, scale + column, bias + column,
                          c + (block + r) * c_stride + column, c_stride);
      };
      size_t r = 0;
      for (; r + kTileRows <= rows; r += kTileRows) run.template operator()<kTileRows>(r);
      for (; r + 4 <= rows; r += 4) run.template operator()<4>(r);
      for (; r < rows; ++r) run.template operator()<1>(r);
    }
  }
}
constexpr bool kByteCodes = true;

#else

void multiply_codes(const float* a, size_t a_stride, size_t m, size_t k, const void* packed, size_t n,
                    const float* scale, const float* bias, float* c, size_t c_stride) {
  constexpr size_t kBlock = 2 * kTileRows;
  float codes[kBlock * kMaxCodedInputs];
  float worth[kBlock];
  static constexpr float kNone[kPanel] = {};
  for (size_t block = 0; block < m; block += kBlock) {
    const size_t rows = m - block < kBlock ? m - block : kBlock;
    for (size_t r = 0; r < rows; ++r) worth[r] = quantise(a + (block + r) * a_stride, k, 0.0F, codes + r * k);
    for (size_t column = 0; column < n; column += kPanel) {
      const float* b = static_cast<const float*>(packed) + column * k;
      float* out = c + block * c_stride + column;
      size_t r = 0;
      for (; r + kTileRows <= rows; r += kTileRows)
        tile<kTileRows>(codes + r * k, k, k, b, kNone, out + r * c_stride, c_stride);
      rest(codes + r * k, k, rows - r, k, b, kNone, out + r * c_stride, c_stride);
      for (r = 0; r < rows; ++r) {
        for (size_t j = 0; j < kPanel; j += kLanes) {
          float* at = out + r * c_stride + j;
          store(at, load(at) * (load(scale + column + j) * worth[r]) + load(bias + column + j));
        }
      }
    }
  }
}
constexpr bool kByteCodes = false;

#endif

void lstm_cell(const float* gates, size_t gates_stride, float* cell, float* out, size_t out_stride, size_t rows,
               size_t hidden) {
  for (size_t r = 0; r < rows; ++r) {
    const float* g = gates + r * gates_stride;
    float* c = cell + r * hidden;
    float* o = out + r * out_stride;
    for (size_t j = 0; j < hidden; j += kLanes) {
      const Vec input = sigmoid(load(g + j));
      const Vec forget = sigmoid(load(g + hidden + j));
      const Vec update = hyperbolic_tangent(load(g + 2 * hidden + j));
      const Vec output = sigmoid(load(g + 3 * hidden + j));
      const Vec next = forget * load(c + j) + input * update;
      store(c + j, next);
      store(o + j, output * hyperbolic_tangent(next));
    }
  }
}

void relu(float* values, size_t count) {
  for (size_t i = 0; i < count; ++i) values[i] = values[i] > 0.0F ? values[i] : 0.0F;
}

}  // namespace

const Kernels& table() {
  static constexpr Kernels kTable{DEPESCHE_KERNEL_NAME, kPanel, kByteCodes, multiply, multiply_codes, lstm_cell, relu};
  return kTable;
}

}  // namespace depesche::syntax::DEPESCHE_KERNEL_SPACE
