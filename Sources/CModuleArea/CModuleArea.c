#include "CModuleArea.h"
