package dev.weir.bgp.bmp;

import java.util.List;

/// Counters of a peer (RFC 7854 section 4.8).
///
/// @param version 3 or 4
/// @param peer which peer
/// @param statistics the counters, in their order
public record StatisticsReport(int version, PeerHeader peer, List<Statistic> statistics)
    implements BmpMessage {
  /// Keeps a copy of the list.
  public StatisticsReport {
    statistics = List.copyOf(statistics);
  }

  @Override
  public int type() {
    return BmpType.STATISTICS_REPORT;
  }
}
