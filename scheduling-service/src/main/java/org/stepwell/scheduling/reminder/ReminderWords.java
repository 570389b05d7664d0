package org.stepwell.scheduling.reminder;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Saying;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.Messenger.Words;
import org.stepwell.platform.message.PatientContact;

/**
 * What a reminder says: that there is an appointment, and when. Not where, not what kind, not with whom; which clinic it is, only
 * where the patient said that this may be said.
 */
@Singleton
class ReminderWords {

    private static final String BUNDLE = "org.stepwell.scheduling.reminder.words";

    /** A language that is not written here is answered in English, not in that of the machine. */
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ClinicDirectory clinics;

    ReminderWords(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    Words of(Occasion occasion, PatientContact contact) {
        var clinic = clinics.profile();
        var zone = Optional.ofNullable(contact.zone()).orElse(clinic.zone());
        var written = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(contact.language()), NO_OTHER);
        var day = format(written, "day", occasion.first(), zone);
        var text = say(written, textOf(occasion), day, hours(written, shown(occasion), zone, clinic.zone()));
        var signed = contact.saying() == Saying.CLINIC_NAME ? text + "\n\n" + clinic.name() : text;
        return new Words(written.getString(occasion.isChange() ? "subject.change" : "subject.reminder"), signed);
    }

    private static String textOf(Occasion occasion) {
        if (!occasion.isChange()) {
            return "text.reminder";
        }
        return occasion.appointments().isEmpty() ? "text.cancelled" : "text.changed";
    }

    /** What was told, where nothing is left of it. */
    private static List<Instant> shown(Occasion occasion) {
        return occasion.appointments().isEmpty() ? occasion.told() : occasion.starts();
    }

    private static String hours(ResourceBundle written, List<Instant> starts, ZoneId zone, ZoneId clinic) {
        var hours = starts.stream()
                .map(start -> format(written, "hour", start, zone))
                .collect(Collectors.joining(", "));
        return zone.equals(clinic)
                ? hours
                : "%s (%s)".formatted(hours, format(written, "zone", starts.getFirst(), zone));
    }

    private static String format(ResourceBundle written, String pattern, Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern(written.getString("pattern." + pattern), language(written))
                .format(moment.atZone(zone));
    }

    private static String say(ResourceBundle written, String key, String day, String hours) {
        return new MessageFormat(written.getString(key), language(written)).format(new Object[] {day, hours});
    }

    private static Locale language(ResourceBundle written) {
        return written.getLocale().equals(Locale.ROOT) ? Locale.US : written.getLocale();
    }
}
