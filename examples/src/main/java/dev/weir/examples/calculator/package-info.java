/// A calculator: constants and functions of Java for one expression from the command line.
package dev.weir.examples.calculator;
