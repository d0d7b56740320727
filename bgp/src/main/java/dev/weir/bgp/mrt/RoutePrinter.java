package dev.weir.bgp.mrt;

/// Turns the routes of records into octets of some form, one behind another in an array that grows.
///
/// Belongs to one thread, and to the cursor that was given to it when it was made: what it prints
/// is where the cursor stands.
public interface RoutePrinter {
  /// Prints the route that the cursor stands on.
  void route();

  /// Prints a record that holds no routes, if the form has something to say of it.
  ///
  /// @param start where the record begins, with its header
  /// @param end where it ends, exclusive
  void other(byte[] array, int start, int end);

  /// Ends a record whose routes have been printed.
  ///
  /// @param walked how many routes it has, printed or not
  default void endRecord(int walked) {}

  /// Prints into an array from now on, from its beginning.
  void into(byte[] array);

  /// Returns the array with what was printed; a larger one than was given, if that was too small.
  byte[] array();

  /// Returns how many octets were printed.
  int length();

  /// Returns how many routes and other lines were printed since the printer was made.
  long lines();
}
