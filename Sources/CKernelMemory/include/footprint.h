/// What the code that this thread runs has read and written, for whoever wants to know which steps can be swapped.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The objects that were touched, in order and with repetitions.
struct kernel_footprint {
  uint64_t *keys;
  size_t count;
  size_t capacity;
  /// Whether there were more than there was room for.
  bool is_incomplete;
};

/// The footprint that this thread's accesses are noted in; NULL where nobody asks.
extern _Thread_local struct kernel_footprint *kernel_footprint_current __attribute__((tls_model("initial-exec")));

/// Sets it.
static inline void kernel_footprint_set(struct kernel_footprint *footprint) {
  kernel_footprint_current = footprint;
}

/// Stops noting accesses on this thread, and returns what was set.
static inline struct kernel_footprint *kernel_footprint_pause(void) {
  struct kernel_footprint *footprint = kernel_footprint_current;
  kernel_footprint_current = NULL;
  return footprint;
}

/// Whether accesses are noted in it on this thread.
static inline bool kernel_footprint_is(const struct kernel_footprint *footprint) {
  return kernel_footprint_current == footprint;
}

/// Whether accesses are noted on this thread.
static inline bool kernel_footprint_is_kept(void) { return kernel_footprint_current != NULL; }

/// Notes an access; the highest bit of the key says that it was a write.
static inline void kernel_footprint_note(uint64_t key) {
  struct kernel_footprint *footprint = kernel_footprint_current;
  if (footprint == NULL) return;
  if (footprint->count > 0 && footprint->keys[footprint->count - 1] == key) return;
  if (footprint->count == footprint->capacity) {
    footprint->is_incomplete = true;
    return;
  }
  footprint->keys[footprint->count++] = key;
}
