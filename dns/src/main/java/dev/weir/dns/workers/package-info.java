/// Work on all cores: a fixed number of threads that take numbered tasks in turn.
///
/// Knows nothing of DNS. Whoever owns the process decides how many threads there are and hands the
/// workers in; a core starts no thread by itself.
package dev.weir.dns.workers;
