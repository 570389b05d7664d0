package org.stepwell.instruments;

/** A pack that must not be used, because a wrong questionnaire is worse than none; says where and what to do. */
public final class BrokenPack extends RuntimeException {

    BrokenPack(String resource, String problem) {
        super(sentence(resource, problem));
    }

    BrokenPack(String resource, String problem, Throwable cause) {
        super(sentence(resource, problem), cause);
    }

    private static String sentence(String resource, String problem) {
        return "Instrument pack %s: %s.".formatted(resource, problem);
    }
}
