package org.stepwell.aftercare.meeting;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The type codes of the Meeting Guide format, what they mean for a search, and which of them the world formats of BMLT are. What
 * they mean in words stands in the public specification.
 */
final class MeetingTypes {

    static final String SECULAR = "A";
    static final String CLOSED_PLACE = "TC";
    static final String ONLINE_TYPE = "ONL";

    static final String ONLINE = "ONLINE";
    static final String IN_PERSON = "IN_PERSON";
    static final String LGBTQ = "LGBTQ";

    private static final Set<String> KNOWN = Set.of("""
            11 12x12 A ABSI AL AL-AN AM ASL B BA BE BI BRK C CAN CF D DA DB DD DE DR EL EN FA FF FR G GR H HE HI HR HU
            ITA JA KOR L LGBTQ LIT LS LT M MED ML N NDG NO O OUT P POC POL POR PUN RUS S SEN SK SM SP ST SV T TC TH TL
            TR UK W X XB XT Y
            """.strip().split("\\s+"));

    private static final Set<String> OF_LGBTQ = Set.of("BI", "G", "L", LGBTQ, "T");

    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("AM", "am"),
            Map.entry("ASL", "ase"),
            Map.entry("DA", "da"),
            Map.entry("DE", "de"),
            Map.entry("EL", "el"),
            Map.entry("EN", "en"),
            Map.entry("FA", "fa"),
            Map.entry("FR", "fr"),
            Map.entry("HE", "he"),
            Map.entry("HI", "hi"),
            Map.entry("HR", "hr"),
            Map.entry("HU", "hu"),
            Map.entry("ITA", "it"),
            Map.entry("JA", "ja"),
            Map.entry("KOR", "ko"),
            Map.entry("LT", "lt"),
            Map.entry("ML", "ml"),
            Map.entry("NO", "no"),
            Map.entry("POL", "pl"),
            Map.entry("POR", "pt"),
            Map.entry("PUN", "pa"),
            Map.entry("RUS", "ru"),
            Map.entry("S", "es"),
            Map.entry("SK", "sk"),
            Map.entry("SV", "sv"),
            Map.entry("TH", "th"),
            Map.entry("TL", "tl"),
            Map.entry("UK", "uk"));

    /** What a server calls its formats is its own; a world format means the same everywhere. */
    private static final Map<String, String> OF_BMLT = Map.ofEntries(
            Map.entry("BEG", "BE"),
            Map.entry("BT", "LIT"),
            Map.entry("CAN", "CAN"),
            Map.entry("CLOSED", "C"),
            Map.entry("CW", "CF"),
            Map.entry("DISC", "D"),
            Map.entry("GL", LGBTQ),
            Map.entry("LIT", "LIT"),
            Map.entry("M", "M"),
            Map.entry("MED", "MED"),
            Map.entry("OPEN", "O"),
            Map.entry("SMOK", "SM"),
            Map.entry("SPK", "SP"),
            Map.entry("STEP", "ST"),
            Map.entry("TC", CLOSED_PLACE),
            Map.entry("TRAD", "TR"),
            Map.entry("W", "W"),
            Map.entry("WCHR", "X"),
            Map.entry("Y", "Y"));

    private MeetingTypes() {}

    static boolean known(String code) {
        return KNOWN.contains(code);
    }

    /** The type a world format stands for, or null where there is none. */
    static @Nullable String ofWorldFormat(String world) {
        return OF_BMLT.get(world);
    }

    /** How a language is written among what a meeting is searched by. */
    static String languageMark(String language) {
        return "lang:" + language.toLowerCase(Locale.ROOT);
    }

    /**
     * What a meeting is searched by: its types, what they stand for, where it is held and in which languages. Where it names no
     * language, it is in the feed's.
     */
    static Set<String> marks(
            Collection<String> types,
            boolean online,
            boolean inPerson,
            Collection<String> languages,
            FeedDefaults defaults) {
        var marks = new TreeSet<>(types);
        types.stream().filter(OF_LGBTQ::contains).forEach(_ -> marks.add(LGBTQ));
        if (defaults.secular()) {
            marks.add(SECULAR);
        }
        if (online) {
            marks.add(ONLINE);
        }
        if (inPerson) {
            marks.add(IN_PERSON);
        }
        var spoken = new TreeSet<>(languages);
        types.stream().filter(LANGUAGES::containsKey).map(LANGUAGES::get).forEach(spoken::add);
        var fallback = defaults.language();
        if (spoken.isEmpty() && fallback != null) {
            spoken.add(fallback);
        }
        spoken.forEach(language -> marks.add(languageMark(language)));
        return marks;
    }
}
