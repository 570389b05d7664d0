package org.stepwell.scheduling.group;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom a group takes.
 *
 * @param closed nobody joins once it has begun
 * @param language as an IETF tag without region; everybody where nothing is said
 * @param weeksFrom which weeks of their stay its members are in, the first being 1, for phases
 * @param needs what the clinic calls its members, all of it, by tags that it has published; and what it calls none of them
 */
@Schema(name = "GroupMix")
record GroupMix(
        @Schema(description = "nobody joins once it has begun") @Nullable
        Boolean closed,

        @Schema(examples = "es") @Nullable @Pattern(regexp = "[a-z]{2,3}")
        String language,

        @Schema(examples = "5", description = "which week of their stay its members are in at least, and at most")
        @Nullable
        @Min(1)
        @Max(104)
        Integer weeksFrom,

        @Schema(examples = "8") @Nullable @Min(1) @Max(104) Integer weeksThrough,

        @Schema(
                examples = "[\"women\"]",
                description = "what the clinic calls its members, all of it; of those in GET group-tags")
        @Nullable
        @Size(max = 5)
        Set<@NotNull @Pattern(regexp = GroupMix.TAG) String> needs,

        @Schema(examples = "[]", description = "what it calls none of them") @Nullable @Size(max = 5)
        Set<@NotNull @Pattern(regexp = GroupMix.TAG) String> excludes) {

    static final String TAG = "[a-z0-9-]{1,40}";
}
