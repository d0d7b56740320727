/// Small programs that embed Weir, one class each.
package dev.weir.examples;
