package violations.domain;

import org.springframework.stereotype.Component;

@Component
public class SpringInTheDomain {}
