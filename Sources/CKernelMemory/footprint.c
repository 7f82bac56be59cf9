#include "footprint.h"

_Thread_local struct kernel_footprint *kernel_footprint_current = NULL;
