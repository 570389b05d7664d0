/** What consents open, as every service must know it before it discloses anything. */
@NullMarked
package org.stepwell.contracts.consent;

import org.jspecify.annotations.NullMarked;
