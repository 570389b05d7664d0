package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.ResourceBundle;
import org.stepwell.contracts.code.Saying;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.Messenger.Words;
import org.stepwell.platform.message.PatientContact;

/** What is written to somebody from whom no check-in came: that somebody would like to hear from them. Not who, not why. */
@Singleton
class MessageWords {

    private static final String BUNDLE = "org.stepwell.aftercare.silence.words";

    /** A language that is not written here is answered in English, not in that of the machine. */
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ClinicDirectory clinics;

    MessageWords(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    Words to(PatientContact contact) {
        var written = written(contact.language());
        var text = written.getString("text");
        var signed = contact.saying() == Saying.CLINIC_NAME
                ? text + "\n\n" + clinics.profile().name()
                : text;
        return new Words(written.getString("subject"), signed);
    }

    /** What the patient's own account says. */
    String inTheAccount(String language) {
        return written(language).getString("account");
    }

    private static ResourceBundle written(String language) {
        return ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), NO_OTHER);
    }
}
