// AVX2 and FMA; compiled with the flags that CMakeLists.txt sets, run only where the CPU has both.
#define DEPESCHE_KERNEL_SPACE avx2
#define DEPESCHE_KERNEL_NAME "avx2"
#define DEPESCHE_VECTOR_BYTES 32
#define DEPESCHE_TILE_ROWS 6
#include "syntax/kernels_impl.h"
