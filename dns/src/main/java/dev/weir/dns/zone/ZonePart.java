package dev.weir.dns.zone;

import java.util.List;

/// Consecutive pages of a zone in the making: what one worker wrote of its range.
public final class ZonePart {
  private final List<Page> pages;

  ZonePart(List<Page> pages) {
    this.pages = pages;
  }

  List<Page> pages() {
    return pages;
  }
}
