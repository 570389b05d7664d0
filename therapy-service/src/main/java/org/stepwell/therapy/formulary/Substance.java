package org.stepwell.therapy.formulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a medication contains, as far as checks and drug screens ask. */
@Schema(name = "Substance")
public enum Substance {
    BUPRENORPHINE,
    METHADONE,
    NALTREXONE,
    NALOXONE,
    ACAMPROSATE,
    DISULFIRAM,
    /** Morphine, codeine, hydrocodone, hydromorphone. */
    OPIATE,
    OXYCODONE,
    FENTANYL,
    TRAMADOL,
    AMPHETAMINE,
    BENZODIAZEPINE,
    BARBITURATE,
    CANNABINOID,
    /** Nothing that is asked for here. */
    OTHER;

    /** True of an opioid that is in the body for long, and after which naltrexone waits longer. */
    public boolean lastsLong() {
        return this == BUPRENORPHINE || this == METHADONE;
    }

    /** True of naltrexone and an opioid: whoever takes one is not given the other. */
    public boolean isApartFrom(Substance other) {
        return (this == NALTREXONE && other.isOpioid()) || (isOpioid() && other == NALTREXONE);
    }

    /** True of what acts like an opioid: with naltrexone it brings on withdrawal, or does not work. */
    public boolean isOpioid() {
        return switch (this) {
            case BUPRENORPHINE, METHADONE, OPIATE, OXYCODONE, FENTANYL, TRAMADOL -> true;
            case NALTREXONE,
                    NALOXONE,
                    ACAMPROSATE,
                    DISULFIRAM,
                    AMPHETAMINE,
                    BENZODIAZEPINE,
                    BARBITURATE,
                    CANNABINOID,
                    OTHER -> false;
        };
    }
}
