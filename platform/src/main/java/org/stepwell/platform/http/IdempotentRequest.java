package org.stepwell.platform.http;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The Idempotency-Key of this request, if it has one, and the digest of what is asked. */
@RequestScoped
public class IdempotentRequest {

    static final int KEY_CHARACTERS_MAX = 200;

    private @Nullable String key;
    private @Nullable MessageDigest digest;
    private @Nullable String hash;
    private final Map<String, UUID> entries = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private boolean begun;
    private boolean decidedAnew;
    private boolean anotherEachTime;

    void keyed(String given, String operation) {
        if (given.isBlank() || given.length() > KEY_CHARACTERS_MAX) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "Send an Idempotency-Key of 1 to %d characters.".formatted(KEY_CHARACTERS_MAX),
                    List.of(new FieldError("Idempotency-Key", "1 to %d characters".formatted(KEY_CHARACTERS_MAX))));
        }
        key = given;
        digest = sha256();
        digest.update(operation.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Nullable
    MessageDigest digest() {
        return digest;
    }

    /** The key, the first time somebody asks; afterwards null, so that an inner transaction does not answer again. */
    @Nullable
    String begin() {
        if (begun) {
            return null;
        }
        begun = true;
        return key;
    }

    /** What was done is decided anew each time it is asked for, so that its answer is not kept. */
    public void decidedAnew() {
        decidedAnew = true;
    }

    /** The same, and even when it is repeated it is another thing, with entries of its own. */
    public void anotherEachTime() {
        decidedAnew();
        anotherEachTime = true;
    }

    boolean isDecidedAnew() {
        return decidedAnew;
    }

    /**
     * The entry of something in a book.
     *
     * @param again whether it was written when the same was asked before, so that it is not written twice
     */
    public record Entry(UUID id, boolean again) {}

    /** Which entry stands for {@code what}: a repeated request, though it is decided anew, has the entries of the first. */
    public Entry entry(String what) {
        decidedAnew();
        if (anotherEachTime) {
            return new Entry(Uuid7.next(), false);
        }
        var name = what + " " + asked.merge(what, 1, Integer::sum);
        var known = entries.get(name);
        if (known != null) {
            return new Entry(known, true);
        }
        var fresh = Uuid7.next();
        entries.put(name, fresh);
        return new Entry(fresh, false);
    }

    /** The entries of this request, and those of the same request before. */
    Map<String, UUID> entries() {
        return entries;
    }

    /** The digest of what was asked; reading it ends the digest, so it is kept. */
    String hash() {
        if (hash == null) {
            hash = digest == null ? "" : HexFormat.of().formatHex(digest.digest());
        }
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
