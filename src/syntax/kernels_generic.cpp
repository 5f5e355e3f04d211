// Portable kernels: 16-byte vectors, which every 64-bit CPU has.
#define DEPESCHE_KERNEL_SPACE generic
#define DEPESCHE_KERNEL_NAME "generic"
#define DEPESCHE_VECTOR_BYTES 16
#define DEPESCHE_TILE_ROWS 4
#include "syntax/kernels_impl.h"
