package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Fetches a feed whose time has come, and says when it is fetched next. After an outage it is fetched once: yesterday's list that nobody
 * fetched is not missed.
 */
@Singleton
class DueFeeds implements DueDoor {

    static final String DUE = "meeting-feed-due";

    private final LoadedFeeds feeds;
    private final ImportFeed importFeed;
    private final Due due;
    private final Clock clock;

    DueFeeds(LoadedFeeds feeds, ImportFeed importFeed, Due due, Clock clock) {
        this.feeds = feeds;
        this.importFeed = importFeed;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DUE;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var id = new FeedId(subject);
        feeds.find(id).ifPresent(feed -> {
            var schedule = feed.schedule();
            if (schedule != null) {
                importFeed.fetched(feed, schedule);
                due.at(DUE, id, clock.instant().plus(Duration.ofHours(schedule.everyHours())));
            }
        });
    }
}
