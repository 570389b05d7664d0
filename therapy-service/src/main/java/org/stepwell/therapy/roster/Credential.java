package org.stepwell.therapy.roster;

import java.util.Locale;

/** A credential, however it is written: "Psy.D." and "PSYD" are one. */
public record Credential(String code) {

    public Credential {
        code = code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }
}
