package org.stepwell.enrollment.diagnosis;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Severity;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * A code of chapter F of the ICD-10-CM. Substances are F10 (alcohol) to F19 (other), where F17 is nicotine: a mild disorder
 * is coded as abuse, {@code .1}, a moderate or severe one as dependence, {@code .2}, and a remission as {@code .11} or {@code .21}.
 */
record Code(String text) {

    /** Withdrawal says more of alcohol, sedatives and other substances, nothing more of opioids, cannabis and stimulants. */
    private static final Pattern SUBSTANCE = Pattern.compile("F1[0-689]\\.[129](?:[0149]|[258][0-9])"
            + "|F1[1245]\\.[129]3|F1[039]\\.[129]3[0-9]"
            + "|F1[039]\\.[29][67]|F18\\.[129]7|F19\\.1[67]");

    private static final Pattern NICOTINE = Pattern.compile("F17\\.2[0129][01389]");
    private static final Pattern OTHER = Pattern.compile("F(?:0[1-9]|[2-9][0-9])(?:\\.[0-9A-Z]{1,4})?");
    private static final int KIND = 4;

    Code {
        if (!SUBSTANCE.matcher(text).matches()
                && !NICOTINE.matcher(text).matches()
                && !OTHER.matcher(text).matches()) {
            throw new Refusal(
                    DiagnosisRule.CODE_OF_CHAPTER_F,
                    "%s is none.".formatted(text),
                    List.of(new FieldError("/code", "such as F10.20, F11.21 or F33.1, with its dot")));
        }
    }

    /** Whether somebody is treated here for it: any but nicotine alone. */
    boolean qualifies() {
        return !NICOTINE.matcher(text).matches();
    }

    /** Refuses a severity that the code contradicts. */
    void mustFit(@Nullable Severity severity) {
        if (severity == null) {
            return;
        }
        boolean substance = SUBSTANCE.matcher(text).matches();
        char kind = substance ? text.charAt(KIND) : ' ';
        boolean fits = switch (severity) {
            case MILD -> kind == '1';
            case MODERATE, SEVERE -> kind == '2';
        };
        if (!fits) {
            throw new Refusal(
                    DiagnosisRule.SEVERITY_FITS_CODE,
                    substance
                            ? "A mild disorder is coded %s.1, a moderate or severe one %s.2."
                                    .formatted(text.substring(0, 3), text.substring(0, 3))
                            : "Only a substance use disorder has a severity.",
                    List.of(new FieldError("/severity", "one that the code says too, or none")));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
