package org.stepwell.platform.production;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Settings by which what is written to patients, or about them, could be read on its way, or would come from nobody. */
final class OpenPost {

    private OpenPost() {}

    static List<String> in(Config config) {
        var refused = new ArrayList<String>();
        boolean encrypted = "required".equalsIgnoreCase(ProductionRefusal.text(config, "quarkus.mailer.start-tls"))
                || ProductionRefusal.isTrue(config, "quarkus.mailer.tls", false);
        if (!encrypted) {
            refused.add("STEPWELL_MAIL_START_TLS must be REQUIRED, because others read a mail on its way without it");
        }
        if (ProductionRefusal.isTrue(config, "quarkus.mailer.mock", false)) {
            refused.add("quarkus.mailer.mock must be false, because nobody would be reminded");
        }
        if (ProductionRefusal.text(config, "quarkus.mailer.from").contains("localhost")) {
            refused.add("STEPWELL_MAIL_FROM must be an address of yours that names neither clinic nor treatment");
        }
        var gateway = ProductionRefusal.text(config, "stepwell.text-messages.url");
        if (!gateway.isEmpty() && !ProductionRefusal.isHttps(gateway)) {
            refused.add("STEPWELL_TEXT_MESSAGES_URL must begin with https://, because it is told who is reminded");
        }
        var letters = ProductionRefusal.text(config, "stepwell.letters.url");
        if (!letters.isEmpty() && !ProductionRefusal.isHttps(letters)) {
            refused.add("STEPWELL_LETTERS_URL must begin with https://, because whoever sees a link opens the letter");
        }
        return refused;
    }
}
