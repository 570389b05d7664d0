package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private final FeedAddress addresses = new FeedAddress(Optional.of(List.of("http://mirror.example:8080")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "100::1",
                "3fff::1"
            })
    void whatMayBeInsideOfSomebodysNetworkIsNotPublic(String address) {
        assertThat(PublicAddresses.has(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void theRestIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://meetings.example.org/feed.json      | it does not begin with https://
            ftp://meetings.example.org/feed.json       | it does not begin with https://
            file:///etc/passwd                         | it is no address
            https://somebody@example.org/feed          | it has a name or password in it
            https://                                   | it is no address
            not an address                             | it is no address
            http://mirror.example:8081/feed            | it does not begin with https://
            http://mirror.example@10.0.0.1/feed        | it has a name or password in it
            """)
    void anAddressThatIsNoneOfTheWebIsRefusedBeforeAnybodyIsAsked(String url, String reason) {
        assertThatThrownBy(() -> addresses.read(url))
                .isInstanceOfSatisfying(
                        FeedAddress.NotAllowed.class,
                        no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://2130706433/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:127.0.0.1]/"
            })
    void aHostInsideIsRefusedHoweverItIsWritten(String url) {
        assertThatThrownBy(() -> addresses.check(addresses.read(url))).isInstanceOf(FeedAddress.NotAllowed.class);
    }

    @Test
    void aTrustedMirrorIsReadFromWhereverItIs() throws FeedAddress.NotAllowed {
        assertThat(addresses.read("http://mirror.example:8080/feed.json").getHost())
                .isEqualTo("mirror.example");
    }
}
