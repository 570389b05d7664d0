package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void aTakenPortIsNamedWithTheSettingThatMovesIt() throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var numbers = new EnumMap<>(Ports.free().numbers());
            numbers.put(Door.THERAPY, stranger.getLocalPort());

            assertThat(new Ports(numbers).complaints())
                    .containsExactly(
                            "Port %d (therapy) is taken by another program; free it, or set STEPWELL_THERAPY_PORT to another port."
                                    .formatted(stranger.getLocalPort()));
        }
    }

    @Test
    void aPortGivenTwiceIsNoticedBeforeAnythingStarts() {
        var numbers = new EnumMap<>(Ports.free().numbers());
        numbers.put(Door.KAFKA, new Ports(numbers).of(Door.POSTGRES));

        assertThat(new Ports(numbers).complaints()).singleElement().asString().contains("STEPWELL_KAFKA_PORT");
    }

    @Test
    void freePortsAreFreeAndDifferent() {
        assertThat(Ports.free().complaints()).isEmpty();
    }

    @Test
    void aSettingMovesItsDoorAlone() {
        var ports = Ports.fromSettings(Map.of("STEPWELL_KEYCLOAK_PORT", "50001"));

        assertThat(ports.of(Door.KEYCLOAK)).isEqualTo(50_001);
        assertThat(ports.of(Door.POSTGRES)).isEqualTo(55_432);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty"})
    void whatIsNoPortIsRefusedByTheNameOfItsSetting(String setting) {
        assertThatThrownBy(() -> Ports.fromSettings(Map.of("STEPWELL_KAFKA_PORT", setting)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("STEPWELL_KAFKA_PORT")
                .hasMessageContaining(setting);
    }
}
