/// What the handler of faults asks about the stack of the thread that drives a machine.
#pragma once

#include <stdbool.h>

/// Whether this thread's stack is watched, and a fault at `address` is one of running over its end.
bool kernel_stack_was_overrun(const void *address);

/// Whether this thread reports that already: another fault can only be one of a guarded access, or end the report.
bool kernel_stack_is_reporting(void);

/// Has it reported to whoever asked for it, and ends the program by SIGABRT.
_Noreturn void kernel_stack_report(void *current);
