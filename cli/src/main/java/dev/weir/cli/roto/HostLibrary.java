package dev.weir.cli.roto;

import dev.weir.bgp.filter.Globals;
import dev.weir.bgp.filter.PolicyRuntime;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.RuntimeBuilder;
import dev.weir.signer.review.ZoneLibrary;
import java.util.List;
import java.util.function.Consumer;

/// The types that the programs of this house add to the language. A script that is checked or run
/// by itself gets those that are asked for; the prompt has all.
public enum HostLibrary {
  /// Zones, record sets, records, names.
  DNS {
    @Override
    RuntimeBuilder addTo(RuntimeBuilder builder, Consumer<String> print) {
      return ZoneLibrary.addTo(builder);
    }
  },

  /// Routes, messages, peers, and what policies write to.
  BGP {
    @Override
    RuntimeBuilder addTo(RuntimeBuilder builder, Consumer<String> print) {
      return PolicyRuntime.addTo(builder, Globals.of(record -> print.accept(record.text())));
    }
  };

  abstract RuntimeBuilder addTo(RuntimeBuilder builder, Consumer<String> print);

  /// A runtime with some of the libraries.
  ///
  /// @param print takes what scripts print, a line at a time
  public static Runtime runtime(Iterable<HostLibrary> wanted, Consumer<String> print) {
    RuntimeBuilder builder = Runtime.builder().print(print);
    for (HostLibrary library : wanted) {
      library.addTo(builder, print);
    }
    return builder.build();
  }

  /// A runtime with all of the libraries.
  public static Runtime runtime(Consumer<String> print) {
    return runtime(List.of(values()), print);
  }
}
