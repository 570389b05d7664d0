package org.stepwell.scheduling.group;

import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Whom a group takes besides those of its track. The database decides by the function {@code group_takes}, so that seating, wait lists
 * and make-ups agree.
 */
@Embeddable
class Takes {

    private boolean closed;
    private @Nullable String language;
    private @Nullable Integer weeksFrom;
    private @Nullable Integer weeksThrough;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] needs = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] excludes = {};

    Takes() {}

    Takes(@Nullable GroupMix mix) {
        if (mix != null) {
            closed = Boolean.TRUE.equals(mix.closed());
            language = mix.language();
            weeksFrom = mix.weeksFrom();
            weeksThrough = mix.weeksThrough();
            needs = sorted(mix.needs());
            excludes = sorted(mix.excludes());
            require();
        }
    }

    private void require() {
        if ((weeksFrom == null) != (weeksThrough == null)
                || (weeksFrom != null && weeksThrough != null && weeksFrom > weeksThrough)) {
            throw cannotBe("/mix/weeksThrough", "both weeks, the first not after the last");
        }
        if (List.of(needs).stream().anyMatch(Set.of(excludes)::contains)) {
            throw cannotBe("/mix/excludes", "none that it needs");
        }
    }

    private static Refusal cannotBe(String field, String how) {
        return new Refusal(
                GroupRule.MIX_CAN_BE, "Nobody could ever be in this group.", List.of(new FieldError(field, how)));
    }

    GroupMix view() {
        return new GroupMix(
                closed,
                language,
                weeksFrom,
                weeksThrough,
                new TreeSet<>(Arrays.asList(needs)),
                new TreeSet<>(Arrays.asList(excludes)));
    }

    private static String[] sorted(@Nullable Set<String> tags) {
        return tags == null ? new String[] {} : new TreeSet<>(tags).toArray(String[]::new);
    }
}
