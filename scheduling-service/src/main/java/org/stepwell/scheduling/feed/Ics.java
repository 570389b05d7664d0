package org.stepwell.scheduling.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes a calendar as iCalendar (RFC 5545). Moments are in UTC, so that no phone needs to know when our clocks are changed. */
final class Ics {

    static {
        // It would look for newer time zones on the net; ours are the JDK's, and none is written.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private static final String BUNDLE = "org.stepwell.scheduling.feed.words";
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** How often a phone should look; many look less often. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private Ics() {}

    /**
     * One calendar.
     *
     * @param language as an IETF tag; what is not written in it is in English
     */
    static String write(List<Entry> entries, String language, Instant now) {
        var words = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), NO_OTHER);
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Stepwell//Appointments//EN"))
                .add(ImmutableVersion.VERSION_2_0)
                .add(new XProperty("X-WR-CALNAME", words.getString("calendar")))
                .add(new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
        entries.forEach(entry -> calendar.add(event(entry, words.getString("appointment"), now)));
        try (var text = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar could not be written", e);
        }
    }

    private static VEvent event(Entry entry, String summary, Instant now) {
        var event = new VEvent(entry.from(), entry.until(), summary);
        event.replace(new DtStamp(now));
        event.add(new Uid(entry.id() + "@stepwell"))
                .add(new Clazz(Clazz.VALUE_PRIVATE))
                .add(new Status(entry.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        if (entry.place() != null) {
            event.add(new Location(entry.place()));
        }
        return event;
    }
}
