/// A filter of log lines: records, enums and methods of Java in the hands of a script.
package dev.weir.examples.logfilter;
