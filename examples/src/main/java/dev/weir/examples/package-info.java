/// Small programs that embed Weir, one class or package each.
package dev.weir.examples;
