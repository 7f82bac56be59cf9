/// What the loader of one machine has to remember, whichever it is.
struct LoaderState {
  /// Guards the list of modules from 2.5.48 on.
  ///
  /// C: `module_mutex`.
  let mutex = SleepLock()
  /// Guards the decision that a module goes, in 2.4.
  ///
  /// C: `unload_lock`.
  let unloadLock = BusyLock()
  /// Who waits for a module to come or to go.
  ///
  /// C: `module_wq` of 6.1.
  var waiters: [Process] = []
  /// The first structure in the chain of those who want to know what becomes of modules.
  ///
  /// C: `module_notify_list`.
  var firstNotifier = Address.null
  /// What modules offer each other by name in 2.4, newest first.
  ///
  /// C: `ime_list`.
  var interModuleEntries: [InterModuleEntry] = []
  /// Whether nobody may load or remove a module any more.
  ///
  /// C: `modules_disabled`, since 2.6.31.
  var isDisabled = false
  /// The module whose object is being made.
  var moduleBeingMade: ModuleRecord?
}
