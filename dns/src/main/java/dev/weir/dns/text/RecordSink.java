package dev.weir.dns.text;

/// Takes the records of a zone file, in the order of the file.
@FunctionalInterface
public interface RecordSink {
  /// Takes one record.
  ///
  /// @param owner holds, from its first octet, the owner's name in wire form; good for this call
  /// @param ownerLength octets of the name, the root label included
  /// @param type the record type
  /// @param ttl seconds
  /// @param rdata holds the record's data in wire form, uncompressed; good for this call
  /// @param rdataFrom where the data begins
  /// @param rdataLength its octets, at most 65535
  /// @return false if the record does not belong here; its author is warned
  boolean add(
      byte[] owner,
      int ownerLength,
      int type,
      int ttl,
      byte[] rdata,
      int rdataFrom,
      int rdataLength);
}
