package org.stepwell.platform.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All rules of this service, by slug. The enums are listed, one a line, in {@code META-INF/stepwell/rules}; a test sees
 * to it that none is missing.
 */
@Singleton
public class RuleBook {

    private static final String LISTED_IN = "META-INF/stepwell/rules";

    private final Map<String, Rule> bySlug = new TreeMap<>();

    RuleBook() {
        for (var line : lines()) {
            for (var rule : rulesOf(line)) {
                if (bySlug.put(rule.slug(), rule) != null) {
                    throw new IllegalStateException("two rules are called " + rule.name());
                }
            }
        }
    }

    /** The rule of a slug. */
    public Optional<Rule> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The rule that a database constraint of the same name keeps. */
    public Optional<Rule> ofConstraint(String constraint) {
        return find(constraint.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Every rule, in the order of their slugs. */
    public Collection<Rule> all() {
        return Collections.unmodifiableCollection(bySlug.values());
    }

    private static List<String> lines() {
        try {
            return Collections.list(
                            Thread.currentThread().getContextClassLoader().getResources(LISTED_IN))
                    .stream()
                    .flatMap(RuleBook::linesOf)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<String> linesOf(URL list) {
        try (var stream = list.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule[] rulesOf(String enumName) {
        try {
            var type = Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
            return (Rule[]) type.getEnumConstants();
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IllegalStateException(LISTED_IN + " names " + enumName + ", which is no enum of rules", e);
        }
    }
}
