package org.stepwell.instruments;

import java.util.ArrayList;
import java.util.Comparator;
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

    private void answers(String name, List<Answer> set) {
        insist(!set.isEmpty(), "answer set %s is empty".formatted(name));
        distinct("answer set %s: value".formatted(name), set, Answer::value);
        distinct("answer set %s: code".formatted(name), set, Answer::code);
        for (Answer answer : set) {
            String code = answer.loinc();
            insist(
                    code == null || LOINC_ANSWER.matcher(code).matches(),
                    "answer %s: %s is no LOINC answer code like LA6568-5; correct it or say null"
                            .formatted(answer.code(), code));
        }
    }

    private void items() {
        for (int place = 0; place < pack.items().size(); place++) {
            Item item = pack.items().get(place);
            insist(
                    item.number() == place + 1,
                    "item %d stands in place %d; number items from 1 without a gap"
                            .formatted(item.number(), place + 1));
            insist(
                    pack.answers().containsKey(item.answers()),
                    "item %d uses the answer set %s; define it in answers".formatted(item.number(), item.answers()));
            insist(!item.text().isBlank(), "item %d has no text".formatted(item.number()));
            loinc("item %d".formatted(item.number()), item.loinc());
        }
        distinct("item linkId", pack.items(), Item::linkId);
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
                .forEach(number -> insist(
                        pack.items().stream().anyMatch(item -> item.number() == number && item.scored()),
                        "%s counts item %d; add that item, or mark it scored".formatted(scale.code(), number)));
        insist(
                scale.prorateMissingMax() >= 0
                        && scale.prorateMissingMax() < scale.items().size(),
                "%s: prorateMissingMax is %d with %d items; at least one answer is needed for a score"
                        .formatted(
                                scale.code(),
                                scale.prorateMissingMax(),
                                scale.items().size()));
        if (!scale.bands().isEmpty()) {
            bands(scale);
        }
    }

    private void bands(Scale scale) {
        distinct("%s: band".formatted(scale.code()), scale.bands(), Band::code);
        var counted = pack.items().stream()
                .filter(item -> scale.items().contains(item.number()))
                .toList();
        int next = counted.stream().mapToInt(pack::lowest).sum();
        int highest = counted.stream().mapToInt(pack::highest).sum();
        for (Band band : scale.bands().stream()
                .sorted(Comparator.comparingInt(Band::from))
                .toList()) {
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
        Set<Integer> counted =
                scales.stream().flatMap(scale -> scale.items().stream()).collect(Collectors.toSet());
        pack.items().stream()
                .filter(Item::scored)
                .forEach(item -> insist(
                        counted.contains(item.number()),
                        "item %d is scored but in no scale; add it to one, or mark it not scored"
                                .formatted(item.number())));
    }

    private void alert(AlertRule rule) {
        var item = pack.items().stream()
                .filter(candidate -> candidate.number() == rule.item())
                .findFirst();
        insist(
                item.isPresent() && rule.atLeast() <= pack.highest(item.get()),
                "alert %s waits for item %d at %d, which nobody can answer; it would never be raised"
                        .formatted(rule.code(), rule.item(), rule.atLeast()));
        insist(!rule.action().isBlank(), "alert %s does not say what to do".formatted(rule.code()));
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
