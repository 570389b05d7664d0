package org.stepwell.therapy.notetext;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;

/** What the members of a group are called, opened once and looked for in all that is written about a session. */
public final class MemberNames {

    /** Of what nobody looks through. */
    public static final MemberNames NONE = new MemberNames(Map.of(), Set.of());

    private final Map<PatientId, Called> called;
    private final Set<PatientId> notKnown;

    /** @param notKnown whose names can not be opened */
    MemberNames(Map<PatientId, Called> called, Set<PatientId> notKnown) {
        this.called = called;
        this.notKnown = notKnown;
    }

    /** Refuses texts for everybody's record, by their pointers into the request, that name one of them. */
    public void refuse(Map<String, String> texts) {
        refuse(null, texts);
    }

    /**
     * Refuses texts that name one of them, but for the one whom they are about: that one's names are no others', though another
     * may have the same.
     *
     * @param about null where they are about all
     */
    public void refuse(@Nullable PatientId about, Map<String, String> texts) {
        var errors = texts.entrySet().stream()
                .filter(text -> anotherStandsIn(about, Called.comparable(text.getValue())))
                .map(text -> new FieldError(text.getKey(), "names a patient of the group"))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw NoteTextRule.NO_NAMES_IN_SHARED_TEXT.of(
                    errors.stream().map(FieldError::pointer).collect(Collectors.joining(", ")), errors);
        }
    }

    private boolean anotherStandsIn(@Nullable PatientId about, String comparable) {
        var own = about == null ? null : called.get(about);
        var rest = own == null ? comparable : own.without(comparable);
        return called.entrySet().stream()
                .filter(one -> !one.getKey().equals(about))
                .map(Map.Entry::getValue)
                .anyMatch(other -> other.inFull(comparable) || other.alone(rest));
    }

    /**
     * Who names another of them in what is written about them: in full, which would make one stand in the other's record, or by a
     * first name, which may be somebody else's. Where the name of another can not be opened, it says that nobody knows.
     */
    public Map<PatientId, Set<Doubt>> doubts(Map<PatientId, PartText> parts) {
        var found = new HashMap<PatientId, Set<Doubt>>();
        parts.forEach((patient, part) -> {
            var whole = part.whole();
            var doubts = whole.isBlank() ? EnumSet.noneOf(Doubt.class) : doubts(patient, Called.comparable(whole));
            if (!doubts.isEmpty()) {
                found.put(patient, doubts);
            }
        });
        return found;
    }

    private EnumSet<Doubt> doubts(PatientId patient, String comparable) {
        var others = called.entrySet().stream()
                .filter(other -> !other.getKey().equals(patient))
                .map(Map.Entry::getValue)
                .toList();
        var doubts = EnumSet.noneOf(Doubt.class);
        if (others.stream().anyMatch(other -> other.inFull(comparable))) {
            doubts.add(Doubt.NAMES_ANOTHER);
        } else if (others.stream().anyMatch(other -> other.byFirstName(comparable))) {
            doubts.add(Doubt.FIRST_NAME_OF_ANOTHER);
        }
        if (notKnown.stream().anyMatch(other -> !other.equals(patient))) {
            doubts.add(Doubt.NAMES_NOT_KNOWN);
        }
        return doubts;
    }
}
