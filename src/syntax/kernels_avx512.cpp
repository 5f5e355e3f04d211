// AVX-512F and VNNI; compiled with the flags that CMakeLists.txt sets, run only where the CPU has both.
#define DEPESCHE_KERNEL_SPACE avx512
#define DEPESCHE_KERNEL_NAME "avx512"
#define DEPESCHE_VECTOR_BYTES 64
#define DEPESCHE_TILE_ROWS 12
#include "syntax/kernels_impl.h"
