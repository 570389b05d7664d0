/** What was disclosed, and which consents are in force where. */
@NullMarked
package org.stepwell.contracts.privacy;

import org.jspecify.annotations.NullMarked;
