package org.stepwell.instruments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold in a pack that JSON can not say: everything points at something, and every score has one band. */
final class PackCheck {

    private static final Pattern LOINC = Pattern.compile("([0-9]{1,7})-([0-9])");
    private static final Pattern LOINC_ANSWER = Pattern.compile("LA[0-9]{1,7}-[0-9]");

    private final String resource;
    private final Instrument pack;

    PackCheck(String resource, Instrument pack) {
        this.resource = resource;
        this.pack = pack;
    }

    void run() {
        Map.of(
                        "code",
                        pack.code(),
                        "version",
                        pack.version(),
                        "licence",
                        pack.licence().name(),
                        "notice",
                        pack.licence().notice())
                .forEach((name, text) -> insist(!text.isBlank(), "%s is blank; fill it in".formatted(name)));
        loinc("the panel", pack.loinc());
        pack.answers().forEach(this::answers);
        items();
        var scales = scales();
        scales.forEach(this::scale);
        everyScoredItemCounts(scales);
        pack.alerts().forEach(this::alert);
    }

    private void answers(String name, AnswerSet set) {
        var number = set.number();
        insist(
                set.choices().isEmpty() == (number != null),
                "answer set %s needs either choices or a number".formatted(name));
        distinct("answer set %s: value".formatted(name), set.choices(), Answer::value);
        distinct("answer set %s: code".formatted(name), set.choices(), Answer::code);
        for (Answer answer : set.choices()) {
            answerCode("answer " + answer.code(), answer.loinc());
        }
        if (number != null) {
            number(name, number);
        }
    }

    private void number(String name, WholeNumber number) {
        insist(number.from() < number.to(), "answer set %s goes from a number to a higher one".formatted(name));
        number.anchors()
                .forEach(anchor -> insist(
                        number.from() <= anchor.value() && anchor.value() <= number.to(),
                        "answer set %s: nobody can answer %d, which is explained".formatted(name, anchor.value())));
        int last = number.from() - 1;
        for (var step : number.steps()) {
            insist(step.upTo() > last, "answer set %s: steps go up".formatted(name));
            last = step.upTo();
        }
        insist(
                number.steps().isEmpty() || last == number.to(),
                "answer set %s: steps end at %d, the highest number is %d".formatted(name, last, number.to()));
    }

    private void items() {
        distinct("item", pack.items(), Item::label);
        distinct("item linkId", pack.items(), Item::linkId);
        var before = new HashSet<String>();
        for (Item item : pack.items()) {
            insist(
                    pack.answers().containsKey(item.answers()),
                    "item %s uses the answer set %s; define it in answers".formatted(item.label(), item.answers()));
            insist(!item.text().isBlank(), "item %s has no text".formatted(item.label()));
            loinc("item %s".formatted(item.label()), item.loinc());
            item.notAskedAfter()
                    .forEach(zeros -> insist(
                            !zeros.isEmpty() && before.containsAll(zeros),
                            "item %s is not asked after %s; name items before it".formatted(item.label(), zeros)));
            var whole = item.notMoreThan();
            insist(
                    whole == null || before.contains(whole),
                    "item %s is a part of item %s; name one before it".formatted(item.label(), whole));
            before.add(item.label());
        }
    }

    private List<Scale> scales() {
        var scales = new ArrayList<>(pack.subscales());
        if (pack.total() != null) {
            scales.addFirst(pack.total());
        }
        insist(!scales.isEmpty(), "there is neither a total nor a subscale; a pack is scored somehow");
        distinct("scale", scales, Scale::code);
        return scales;
    }

    private void scale(Scale scale) {
        loinc(scale.code(), scale.loinc());
        distinct("%s: item".formatted(scale.code()), scale.items(), Function.identity());
        scale.items()
                .forEach(label -> insist(
                        pack.item(label).filter(Item::scored).isPresent(),
                        "%s counts item %s; add that item, or mark it scored".formatted(scale.code(), label)));
        insist(
                scale.prorateMissingMax() >= 0
                        && scale.prorateMissingMax() < scale.items().size(),
                "%s: prorateMissingMax is %d with %d items; at least one answer is needed for a score"
                        .formatted(
                                scale.code(),
                                scale.prorateMissingMax(),
                                scale.items().size()));
        scale.raisedWhen().forEach(condition -> condition(scale.code(), condition));
        switch (scale.method()) {
            case SUM -> sums(scale);
            case FIRST_LEVEL -> levels(scale);
        }
    }

    private void sums(Scale scale) {
        insist(scale.levels().isEmpty(), "%s is a sum and has no levels".formatted(scale.code()));
        insist(
                pack.groups().containsAll(scale.bandsFor().keySet()),
                "%s: bands for %s, but the groups are %s"
                        .formatted(scale.code(), scale.bandsFor().keySet(), pack.groups()));
        if (!scale.bands().isEmpty()) {
            bands(scale, scale.bands());
        }
        scale.bandsFor().values().forEach(bands -> bands(scale, bands));
    }

    private void levels(Scale scale) {
        insist(
                scale.bands().isEmpty() && scale.bandsFor().isEmpty(),
                "%s finds levels and has no bands".formatted(scale.code()));
        distinct("%s: level".formatted(scale.code()), scale.levels(), Level::code);
        scale.levels().forEach(level -> {
            answerCode("level " + level.code(), level.loinc());
            level.when().forEach(condition -> condition(level.code(), condition));
        });
        insist(
                !scale.levels().isEmpty() && scale.levels().getLast().when().isEmpty(),
                "%s: the last level is for whatever is left, without a condition".formatted(scale.code()));
    }

    private void bands(Scale scale, List<Band> bands) {
        distinct("%s: band".formatted(scale.code()), bands, Band::code);
        var counted = pack.items().stream()
                .filter(item -> scale.items().contains(item.label()))
                .map(pack::answersTo)
                .toList();
        int next = counted.stream().mapToInt(AnswerSet::lowest).sum();
        int highest = counted.stream().mapToInt(AnswerSet::highest).sum();
        for (Band band : bands) {
            insist(
                    band.from() == next && band.to() >= band.from(),
                    "%s: band %s is %d to %d, but the next score without a band is %d; each score has one band"
                            .formatted(scale.code(), band.code(), band.from(), band.to(), next));
            next = band.to() + 1;
        }
        insist(
                next == highest + 1,
                "%s: bands end at %d, the highest score is %d; each score has one band"
                        .formatted(scale.code(), next - 1, highest));
    }

    private void everyScoredItemCounts(List<Scale> scales) {
        Set<String> counted =
                scales.stream().flatMap(scale -> scale.items().stream()).collect(Collectors.toSet());
        pack.items().stream()
                .filter(Item::scored)
                .forEach(item -> insist(
                        counted.contains(item.label()),
                        "item %s is scored but in no scale; add it to one, or mark it not scored"
                                .formatted(item.label())));
    }

    private void alert(AlertRule rule) {
        insist(!rule.when().isEmpty(), "alert %s has no reason; it would be raised by nothing".formatted(rule.code()));
        rule.when().forEach(condition -> condition(rule.code(), condition));
        rule.unless().forEach(condition -> condition(rule.code(), condition));
        insist(!rule.action().isBlank(), "alert %s does not say what to do".formatted(rule.code()));
    }

    private void condition(String of, Condition condition) {
        var able = condition.items().stream()
                .flatMap(label -> pack.item(label).stream())
                .filter(item -> item.scored() && pack.answersTo(item).highest() >= condition.atLeast())
                .count();
        insist(
                condition.count() >= 1
                        && able >= condition.count()
                        && able == condition.items().size(),
                "%s waits for %d of the items %s at %d, which nobody can answer; it would never hold"
                        .formatted(of, condition.count(), condition.items(), condition.atLeast()));
    }

    private void answerCode(String what, @Nullable String code) {
        insist(
                code == null || LOINC_ANSWER.matcher(code).matches(),
                "%s: %s is no LOINC answer code like LA6568-5; correct it or say null".formatted(what, code));
    }

    private <T, K> void distinct(String what, List<T> all, Function<T, K> key) {
        var seen = new HashSet<K>();
        all.forEach(one ->
                insist(seen.add(key.apply(one)), "%s %s is there twice; keep one".formatted(what, key.apply(one))));
    }

    /** A mistyped LOINC code would file a finding under another test; its last digit is a check digit (Luhn). */
    private void loinc(String what, @Nullable String code) {
        if (code == null) {
            return;
        }
        var matcher = LOINC.matcher(code);
        insist(matcher.matches(), "%s: %s is no LOINC code like 44249-1; correct it or say null".formatted(what, code));
        var digits = new StringBuilder(matcher.group(1)).reverse();
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(place) - '0';
            int doubled = digit * 2;
            sum += place % 2 == 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        insist(
                (10 - sum % 10) % 10 == Integer.parseInt(matcher.group(2)),
                "%s: the check digit of LOINC code %s is wrong; copy it again from loinc.org".formatted(what, code));
    }

    private void insist(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenPack(resource, otherwise);
        }
    }
}
