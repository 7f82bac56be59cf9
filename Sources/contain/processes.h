// What `contain` asks of the system about processes; Linux and macOS answer in their own ways.
#pragma once

#define _GNU_SOURCE  // C11 alone hides what is not C

#include <signal.h>
#include <sys/resource.h>
#include <sys/types.h>

enum { TREE_MAX = 4096 };

/// The processes below one process, at one moment.
struct tree {
  pid_t pids[TREE_MAX];
  int count;
};

/// Seconds on a clock that nobody can set.
double now(void);

/// Everything that lives below a process, itself not included.
struct tree tree_of(pid_t root);

/// Memory that the processes of a tree really use, in MiB.
long tree_memory(const struct tree *tree);

/// The most memory that an ended process ever used, in MiB.
long resident_peak(const struct rusage *used);

/// Whether a file below a folder has at least so many bytes.
int holds_file_of(const char *folder, long bytes);

/// Kills and reaps everything below this process, and `group`; returns how many there were.
int end_tree(pid_t group);

/// Makes this process the parent of what its descendants leave behind.
void adopt_orphans(void);

/// Kills this process when its parent, `parent`, dies.
void die_with(pid_t parent);

/// Makes this process the one that a system out of memory ends, and unable to gain rights.
void make_first_to_go(void);

/// Closes every descriptor from `first` on; `kept` is closed by exec.
void close_from(int first, int kept);
