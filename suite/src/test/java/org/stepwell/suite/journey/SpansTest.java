package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.journey.Spans.Span;

/** What the services' exporter sends is read as it was meant. */
class SpansTest {

    /** A request of therapy and an event applied within it, as OpenTelemetry's exporter 1.57 writes them. */
    private static final String BATCH = """
            CrMCCjcKGQoMc2VydmljZS5uYW1lEgkKB3RoZXJhcHkKGgoPc2VydmljZS52ZXJzaW9uEgcKBTAuMS4wEvcBCgoKCHN0ZXB3
            ZWxsEnEKEN8ckh3WSLtYDv+0qU+qGf8SCPtffDuxV+5HIgizPZ2xtDysbCoZYXBwbHkgZXBpc29kZS1hZG1pdHRlZC52MTAF
            ObO6LUFr+ewYQeonLkFr+ewYShIKBXJhdGlvEgkhAAAAAAAA4D96AIUBAQEAABJ2ChDfHJId1ki7WA7/tKlPqhn/EgizPZ2x
            tDysbCoaUE9TVCAvYXBpL3RoZXJhcHkvdjEvbm90ZXMwAjlDnB5Ba/nsGEHI4xhCa/nsGEogChlodHRwLnJlc3BvbnNlLnN0
            YXR1c19jb2RlEgMYyQF6AIUBAQEAAA==
            """;

    private static final String TRACE = "df1c921dd648bb580effb4a94faa19ff";

    @Test
    void aStepIsReadWithItsServiceItsTraceAndWhatItFollowsFrom() {
        assertThat(Spans.read(Base64.getMimeDecoder().decode(BATCH)))
                .containsExactly(
                        new Span("therapy", TRACE, "fb5f7c3bb157ee47", "b33d9db1b43cac6c", "apply episode-admitted.v1"),
                        new Span("therapy", TRACE, "b33d9db1b43cac6c", "", "POST /api/therapy/v1/notes"));
    }
}
