package dev.weir.bgp.rpki;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class RpkiFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void readsPayloadsOrRefuses(byte[] data) throws IOException {
    try {
      PayloadReader.read(new ByteArrayInputStream(data));
    } catch (MalformedRpki refused) {
      assertThat(refused.line()).isPositive();
      assertThat(refused.column()).isPositive();
    }
  }

  @FuzzTest(maxDuration = "10s")
  void readsExceptionsOrRefuses(byte[] data) throws IOException {
    try {
      Slurm.read(new ByteArrayInputStream(data)).apply(ValidatedPayloads.EMPTY);
    } catch (MalformedRpki refused) {
      assertThat(refused.line()).isPositive();
      assertThat(refused.column()).isPositive();
    }
  }
}
