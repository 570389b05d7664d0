/**
 * The consent asked at every door out, 42 CFR part 2. {@link org.stepwell.platform.consent.Disclosures} answers whether
 * something may be disclosed; what it does not find open is closed, and what it can not know it refuses.
 */
@NullMarked
package org.stepwell.platform.consent;

import org.jspecify.annotations.NullMarked;
