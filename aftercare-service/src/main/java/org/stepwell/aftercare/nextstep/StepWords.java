package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.stepwell.contracts.code.Saying;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.Messenger.Words;
import org.stepwell.platform.message.PatientContact;

/**
 * What a message before a step says: that something was planned, and for which day. Not what, not where; which clinic it is, only
 * where the patient said that this may be said.
 */
@Singleton
class StepWords {

    private static final String BUNDLE = "org.stepwell.aftercare.nextstep.words";

    /** A language that is not written here is answered in English, not in that of the machine. */
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ClinicDirectory clinics;

    StepWords(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    Words of(LocalDate day, PatientContact contact) {
        var written = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(contact.language()), NO_OTHER);
        var language = written.getLocale().equals(Locale.ROOT) ? Locale.US : written.getLocale();
        var said = DateTimeFormatter.ofPattern(written.getString("pattern.day"), language)
                .format(day);
        var text = new MessageFormat(written.getString("text"), language).format(new Object[] {said});
        var signed = contact.saying() == Saying.CLINIC_NAME
                ? text + "\n\n" + clinics.profile().name()
                : text;
        return new Words(written.getString("subject"), signed);
    }
}
