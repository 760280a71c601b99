declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Renders the reference of an OpenAPI document into the page. */
  export default function SwaggerUi(options: {
    url: string;
    dom_id: string;
    validatorUrl: null;
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
  }): void;
}
