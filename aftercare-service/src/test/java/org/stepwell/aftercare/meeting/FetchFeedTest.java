package org.stepwell.aftercare.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do to whoever fetches from them. */
@Timeout(30)
class FetchFeedTest {

    private static final int TWO_HUNDRED_MEGABYTES = 200_000_000;
    private static final String FEED = "[{\"name\": \"One\", \"slug\": \"one\", \"day\": 1, \"time\": \"18:00\"}]";

    private static Vertx vertx;

    private FeedServer server;
    private FetchFeed fetch;

    @BeforeAll
    static void begin() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void publish() throws IOException {
        server = new FeedServer(0);
        var addresses = new FeedAddress(Optional.of(List.of(server.origin())));
        fetch = new FetchFeed(vertx, addresses, 1, Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsPublishedComesWholeAndIsNotSentAgainWhereItIsTheSame() throws FetchFeed.Failed {
        var url = server.publishes("/feed", FEED, "\"7\"");

        var first = fetch.fetch(schedule(url, null));
        var again = fetch.fetch(schedule(url, first.etag()));

        assertThat(first.body()).hasToString(FEED);
        assertThat(first.etag()).isEqualTo("\"7\"");
        assertThat(again.body()).isNull();
        assertThat(again.etag()).isEqualTo("\"7\"");
    }

    @Test
    void aFeedWithoutEndIsLeftAtTheFirstByteTooMany() {
        assertFails(server.neverEnds("/endless"), "it has more than 1 MiB");
        assertThat(server.sentBytes.get()).isLessThan(TWO_HUNDRED_MEGABYTES / 4);
    }

    @Test
    void aFeedThatSaysItIsOfTwoHundredMegabytesIsNotReadAtAll() {
        assertFails(server.announces("/announced", TWO_HUNDRED_MEGABYTES), "it has more than 1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{\"name\":"})
    void aServerThatHangsIsNotWaitedFor(String begins) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> fetch.fetch(schedule(server.hangs("/hangs", begins), null)))
                .isInstanceOf(FetchFeed.Failed.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRedirectIsFollowedToWhereItIsAllowed() throws FetchFeed.Failed {
        server.publishes("/feed", FEED, null);

        assertThat(fetch.fetch(schedule(server.answers("/moved", 302, "/feed"), null))
                        .body())
                .hasToString(FEED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/inside",
                "https://127.0.0.1/inside",
                "https://169.254.169.254/latest",
                "https://[::1]/inside",
                "http://meetings.example.org/feed",
                "https://somebody@example.org/",
                "file:///etc/passwd"
            })
    void aRedirectToWhereNobodyMayAskIsNotFollowed(String elsewhere) {
        var url = server.answers("/inside", 302, elsewhere);

        assertThatThrownBy(() -> fetch.fetch(schedule(url, null)))
                .isInstanceOfSatisfying(
                        FetchFeed.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("nothing is fetched from its address: "));
        assertThat(server.asked).containsExactly("/inside");
    }

    @Test
    void aRedirectInACircleEnds() {
        assertFails(server.answers("/circle", 302, "/circle"), "the server sends us on and on");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 404, 500, 503})
    void anAnswerThatIsNoFeedIsSaid(int status) {
        assertFails(server.answers("/status", status, null), "the server answers " + status);
    }

    @Test
    void aServerThatIsAwayIsSaid() {
        server.close();

        assertThatThrownBy(() -> fetch.fetch(schedule(server.origin() + "/feed", null)))
                .isInstanceOfSatisfying(
                        FetchFeed.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("the connection failed"));
    }

    private void assertFails(String url, String reason) {
        assertThatThrownBy(() -> fetch.fetch(schedule(url, null)))
                .isInstanceOfSatisfying(
                        FetchFeed.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private static LoadedFeed.Schedule schedule(String url, @Nullable String etag) {
        return new LoadedFeed.Schedule(url, 24, etag, null);
    }
}
