package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.meeting.FeedImport.Cause;
import org.stepwell.aftercare.meeting.FeedImport.Outcome;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Makes the list of a feed what it says, or leaves it as it was; either way there is a report. */
@Singleton
class ImportFeed {

    /** A server may be away for a day without anybody having to look. */
    private static final int FAILURES_BEFORE_A_TASK = 3;

    private final LoadedFeeds feeds;
    private final StoreFeed storeFeed;
    private final FeedImports imports;
    private final FetchFeed fetch;
    private final FeedTasks tasks;
    private final Clock clock;

    ImportFeed(
            LoadedFeeds feeds,
            StoreFeed storeFeed,
            FeedImports imports,
            FetchFeed fetch,
            FeedTasks tasks,
            Clock clock) {
        this.feeds = feeds;
        this.storeFeed = storeFeed;
        this.imports = imports;
        this.fetch = fetch;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Takes a file that somebody brings; what can not be used is refused, and they see why. */
    FeedImport upload(LoadedFeed feed, byte[] file, boolean fewer) {
        var read = read(feed, file);
        if (read.meetings().isEmpty()) {
            throw new Refusal(
                    MeetingRule.FEED_WITHOUT_MEETINGS,
                    "It has %d rows and no meeting%s. Is it a feed of the format %s?"
                            .formatted(
                                    read.read(),
                                    read.refused().isEmpty()
                                            ? ""
                                            : " (the first: "
                                                    + read.refused().getFirst().reason() + ")",
                                    feed.format()));
        }
        var loss = storeFeed.loss(feed.slug(), read);
        if (loss.suspicious() && !fewer) {
            throw new Refusal(
                    MeetingRule.FEED_SHRANK,
                    "%d of its %d meetings would be gone. Send it with fewer=true where they are."
                            .formatted(loss.gone(), loss.active()));
        }
        var now = clock.instant();
        var stored = storeFeed.store(feed.slug(), read);
        feeds.loaded(feed.slug(), null, null, now); // a fetch brings what its server has, newer or not
        tasks.taken(feed.id(), now);
        return kept(FeedImport.stored(Uuid7.next(), feed.slug(), now, Cause.UPLOAD, read, stored));
    }

    private static MeetingFeed read(LoadedFeed feed, byte[] file) {
        try {
            return FeedFile.read(file, feed.format(), feed.defaults());
        } catch (FeedFile.Unusable e) {
            throw new Refusal(
                    HttpRule.UNREADABLE_BODY,
                    "The body can not be read as a feed: %s.".formatted(e.reason()),
                    List.of(new FieldError("", e.reason())));
        }
    }

    /**
     * Fetches a feed and takes it. The connection to the database waits while a server answers, and nobody else waits for it: the row is
     * locked afterwards, and where its settings changed meanwhile, what was fetched is of another time.
     */
    void fetched(LoadedFeed asked, LoadedFeed.Schedule schedule) {
        FetchFeed.Fetched came;
        try {
            came = fetch.fetch(schedule);
        } catch (FetchFeed.Failed e) {
            same(asked)
                    .ifPresent(
                            feed -> failed(feed, FeedImport.of(id(), feed.slug(), now(), Outcome.REFUSED, e.reason())));
            return;
        }
        same(asked).ifPresent(feed -> take(feed, came));
    }

    private Optional<LoadedFeed> same(LoadedFeed asked) {
        return feeds.locked(asked.id()).filter(feed -> feed.version() == asked.version());
    }

    private void take(LoadedFeed feed, FetchFeed.Fetched came) {
        var body = came.body();
        if (body == null) {
            feeds.loaded(feed.slug(), came.etag(), came.lastModified(), now());
            tasks.taken(feed.id(), now());
            kept(FeedImport.of(id(), feed.slug(), now(), Outcome.UNCHANGED, null));
            return;
        }
        try {
            var read = FeedFile.read(body.getBytes(), feed.format(), feed.defaults());
            if (read.meetings().isEmpty()) {
                failed(feed, FeedImport.without(id(), feed.slug(), now(), read));
                return;
            }
            store(feed, came, read);
        } catch (FeedFile.Unusable e) {
            failed(feed, FeedImport.of(id(), feed.slug(), now(), Outcome.REFUSED, e.reason()));
        }
    }

    private void store(LoadedFeed feed, FetchFeed.Fetched came, MeetingFeed read) {
        var loss = storeFeed.loss(feed.slug(), read);
        if (loss.suspicious() && !feed.fewerExpected()) {
            tasks.shrank(feed.id(), now());
            kept(FeedImport.held(id(), feed.slug(), now(), Cause.FETCH, read, loss));
            return;
        }
        var stored = storeFeed.store(feed.slug(), read);
        feeds.loaded(feed.slug(), came.etag(), came.lastModified(), now());
        tasks.taken(feed.id(), now());
        kept(FeedImport.stored(id(), feed.slug(), now(), Cause.FETCH, read, stored));
    }

    private void failed(LoadedFeed feed, FeedImport report) {
        feeds.failed(feed.slug());
        if (feed.failures() + 1 >= FAILURES_BEFORE_A_TASK) {
            tasks.failing(feed.id(), report.at());
        }
        kept(report);
    }

    private FeedImport kept(FeedImport report) {
        imports.add(report);
        return report;
    }

    private static UUID id() {
        return Uuid7.next();
    }

    private Instant now() {
        return clock.instant();
    }
}
